import { alwaysOpen } from '@ventanilla/shared/entities/site';
import { texts as seldomEn } from '@ventanilla/shared/i18n/widget/seldom/en';
import { weekdays } from '@ventanilla/shared/vocabulary';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { endOf, WidgetPanel } from '../pages/widget-panel.ts';

/** Open for an hour on the weekday three days from now, wherever "now" is: closed at present. */
const hoursElsewhen = { [weekdays[(new Date().getDay() + 2) % 7] ?? 'mon']: [{ from: 600, to: 660 }] };

const first = 'Se ha ido la luz del router';
const second = 'Y el teléfono tampoco va';
const third = 'Sigue igual';

/** The one ticket whose conversation begins like this: why it is one, and what was said. */
async function ticketOf(desk: Desk, subject: string) {
  const { tickets } = await desk.call('ticket:list', {});
  const found = tickets.filter((ticket) => ticket.subject === subject);
  expect(found).toHaveLength(1);
  const [ticket] = found;
  if (ticket === undefined) throw new Error('There is no such ticket.');
  const { number, reason, conversationId } = ticket;
  const { entries } = await desk.call('conversation:open', { conversationId });
  const words = entries.filter(({ kind }) => kind === 'message').map(({ body }) => body);
  return { number, reason, conversationId, words };
}

test('while closed, the first message brings its number', async ({ browser, desk }) => {
  await desk.changeSite({ openingHours: hoursElsewhen });
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'en', theme: 'dark', size: 'phone' }), 'en');
  await widget.page.goto(`${desk.url}/demo?lang=en`);
  await widget.open();
  await widget.promise(widget.texts.closedUntil).waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await widget.ask('Closed: my bill');
  await widget.ticket.waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);

  const { number, reason } = await ticketOf(desk, 'Closed: my bill');
  expect(reason).toBe('out_of_hours');
  expect(await widget.ticket.textContent()).toContain(number);
});

test('when nobody is there, the first message brings its number', async ({ browser, desk }) => {
  await desk.changeSite({ openingHours: alwaysOpen });
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' }), 'es');
  await widget.page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Nadie: mi factura');
  await widget.ticket.waitFor();

  expect((await ticketOf(desk, 'Nadie: mi factura')).reason).toBe('no_agent_available');
});

test('without a network a message waits, says so, and leaves by itself, once and in order', async ({
  browser,
  desk,
}) => {
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'dark', size: 'phone' }), 'es');
  const context = widget.page.context();
  await widget.page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask(first);
  await widget.ticket.waitFor();

  await context.setOffline(true);
  await widget.write(second);
  await widget.log.getByText(widget.texts.waiting).waitFor();
  await widget.banner.getByText(endOf(widget.texts.offline)).waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await context.setOffline(false);
  await eventually(async () => (await ticketOf(desk, first)).words).toEqual([first, second]);
  await eventually(() => widget.said([first, second, widget.texts.waiting])).toEqual([first, second]);

  // Also from a page that was closed meanwhile: the next one sends it, before anybody opens the window.
  await context.setOffline(true);
  await widget.write(third);
  await widget.log.getByText(third).waitFor();
  await widget.page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto(`${desk.url}/demo?lang=es`);
  await eventually(async () => (await ticketOf(desk, first)).words).toEqual([first, second, third]);
});

test('where sockets do not pass, everything goes over HTTP', async ({ browser, desk }) => {
  const page = await aPerson(browser, { locale: 'en', theme: 'light', size: 'desktop' });
  const widget = new WidgetPanel(page, 'en');
  await page.routeWebSocket(/\/socket\.io\//, (socket) => socket.close());
  await page.goto(`${desk.url}/demo?lang=en`);
  await widget.open();
  await widget.ask('Blocked: hello');
  await widget.ticket.waitFor();
  await widget.write('Blocked: and more');
  await eventually(async () => (await ticketOf(desk, 'Blocked: hello')).words).toEqual([
    'Blocked: hello',
    'Blocked: and more',
  ]);

  await desk.reply((await ticketOf(desk, 'Blocked: hello')).conversationId, 'Heard over HTTP');
  await widget.log.getByText('Heard over HTTP').waitFor();
});

test('[CV9] whoever is blocked is told why, and what they had written leaves by itself once they are let in', async ({
  browser,
  desk,
}) => {
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'en', theme: 'dark', size: 'phone' }), 'en');
  const context = widget.page.context();
  await widget.page.goto(`${desk.url}/demo?lang=en`);
  await widget.open();
  await widget.ask('Buy now');
  await widget.ticket.waitFor();
  const { conversationId } = await ticketOf(desk, 'Buy now');

  await context.setOffline(true);
  await widget.write('I mean it');
  await widget.log.getByText(widget.texts.waiting).waitFor();
  await desk.call('visitor:block', { conversationId, reason: 'spam' });
  await context.setOffline(false);
  await widget.dialog.getByText(seldomEn.blockedWhy).waitFor();
  await widget.log.getByText('I mean it').waitFor();
  expect(await widget.dialog.locator('textarea').count()).toBe(0);
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  expect((await ticketOf(desk, 'Buy now')).words).toEqual(['Buy now']);

  await desk.call('visitor:unblock', { conversationId });
  await eventually(async () => (await ticketOf(desk, 'Buy now')).words).toEqual(['Buy now', 'I mean it']);
  await widget.dialog.locator('textarea').waitFor();
});
