import { alwaysOpen } from '@ventanilla/shared/entities/site';
import { weekdays } from '@ventanilla/shared/vocabulary';
import { expect } from 'vitest';
import { seriousViolations } from '../fixtures/accessibility.ts';
import { newClientId } from '../fixtures/desk.ts';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

/** Open for an hour on the weekday three days from now, wherever "now" is: closed at present. */
const hoursElsewhen = { [weekdays[(new Date().getDay() + 2) % 7] ?? 'mon']: [{ from: 600, to: 660 }] };

test('while closed: when it opens, the hours, and a message that is left at once', async ({ browser, desk }) => {
  await desk.changeSite({ openingHours: hoursElsewhen });
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' }), 'es');
  await widget.page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.promise(widget.texts.closedUntil).waitFor();
  await widget.dialog.getByText(/^10:00–11:00$/).waitFor();
  expect(await seriousViolations(widget.page)).toEqual([]);

  await widget.button('leaveMessage').click();
  await widget.page.keyboard.type('La tele se corta');
  await widget.button('leaveMessage').click();
  await widget.ticket.waitFor();
  expect(await widget.said(['La tele se corta'])).toEqual(['La tele se corta']);
  const { tickets } = await desk.call('ticket:list', {});
  expect(tickets.map(({ reason }) => reason)).toEqual(['out_of_hours']);
});

test('while open: nobody, somebody, and others who wait already', async ({ browser, desk }) => {
  await desk.changeSite({ openingHours: alwaysOpen, pickUpMs: 600_000 });
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'en', theme: 'dark', size: 'phone' }), 'en');
  await widget.page.goto(`${desk.url}/demo?lang=en`);
  await widget.open();
  await widget.promise(widget.texts.nobody).waitFor();

  const agentsPage = await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' });
  await desk.signIn(agentsPage.context());
  await agentsPage.goto(`${desk.url}/dashboard`);
  await new Dashboard(agentsPage, 'es').queue.waitFor();
  await widget.reopen();
  await widget.promise(widget.texts.here).waitFor();

  const other = await desk.visitor();
  await other.call('conversation:start', { startId: newClientId(), clientId: newClientId(), body: 'I was first' });
  await widget.reopen();
  await widget.promise(widget.texts.busy).waitFor();
  await widget.dialog.getByText('You would be number 2 in the queue').waitFor();
  expect(await seriousViolations(widget.page)).toEqual([]);
});
