import { alwaysOpen } from '@ventanilla/shared/entities/site';
import { weekdays } from '@ventanilla/shared/vocabulary';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { newClientId } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { aPerson } from '../fixtures/people.ts';
import { aPicture } from '../fixtures/pictures.ts';
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
  await widget.dialog.getByText(/^10:00\u2060–\u206011:00$/).waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);

  await widget.button('leaveMessage').click();
  await widget.page.keyboard.type('La tele se corta');
  await widget.button('leaveMessage').click();
  await widget.ticket.waitFor();
  expect(await widget.said(['La tele se corta'])).toEqual(['La tele se corta']);
  const { tickets } = await desk.call('ticket:list', {});
  expect(tickets.map(({ reason }) => reason)).toEqual(['out_of_hours']);
});

test('while open: nobody, somebody, and others who wait already; it keeps true while it is looked at', async ({
  browser,
  desk,
}) => {
  await desk.changeSite({ openingHours: alwaysOpen, pickUpMs: 600_000 });
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'en', theme: 'dark', size: 'phone' }), 'en');
  await widget.page.clock.install();
  let asked = 0;
  widget.page.on('request', (request) => {
    if (request.url().includes('availability/check')) asked += 1;
  });
  await widget.page.goto(`${desk.url}/demo?lang=en`);
  await widget.open();
  await widget.promise(widget.texts.nobody).waitFor();

  const agentsPage = await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' });
  await desk.signIn(agentsPage.context());
  await agentsPage.goto(`${desk.url}/dashboard`);
  await new Dashboard(agentsPage, 'es').queue.waitFor();
  await widget.page.clock.runFor(60_000);
  await widget.promise(widget.texts.here).waitFor();

  const other = await desk.visitor();
  await other.call('conversation:start', { startId: newClientId(), clientId: newClientId(), body: 'I was first' });
  await widget.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await widget.promise(widget.texts.busy).waitFor();
  await widget.dialog.getByText('You would be number 2 in the queue').waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);

  // PR1: a closed panel asks for nothing.
  await widget.page.keyboard.press('Escape');
  const before = asked;
  await widget.page.clock.runFor(180_000);
  expect(asked).toBe(before);
});

/** Runs in the page. */
function middleOf(canvas: Element): number[] {
  const { width, height } = canvas as HTMLCanvasElement;
  return [...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(width / 2, height / 2, 1, 1).data ?? [])];
}

test('a closed date is named, and what is wrong is read at home and in the conversation until it is put away', async ({
  browser,
  desk,
}) => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const incident = { isOn: true, texts: { es: 'Corte en Benimaclet\nLo esperamos arreglado a las 17:00.', en: '' } };
  const closedDates = [{ from: day(-1), to: day(1), name: 'Fiestas' }];
  const logo = aPicture(48, 48, [255, 0, 0]).toString('base64');
  await desk.changeSite({ openingHours: alwaysOpen, closedDates, incident, logo });
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'light', size: 'phone' }), 'es');
  await widget.page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.dialog.getByText('Hoy cerramos: Fiestas').waitFor();
  await widget.dialog.getByText('Corte en Benimaclet').waitFor();
  // The page allows no pictures but its own: it is drawn.
  await eventually(() => widget.dialog.locator('.top canvas').evaluate(middleOf)).toEqual([255, 0, 0, 255]);
  expect(await accessibilityViolations(widget.page)).toEqual([]);

  await widget.ask('¿Y mi calle?');
  await widget.ticket.waitFor();
  await widget.dialog.getByText('Lo esperamos arreglado a las 17:00.').waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await widget.dialog.getByRole('button', { name: 'Quitar el aviso' }).click();
  await widget.dialog.getByText('Corte en Benimaclet').waitFor({ state: 'detached' });
  const { tickets } = await desk.call('ticket:list', {});
  expect(tickets.find(({ subject }) => subject === '¿Y mi calle?')?.reason).toBe('out_of_hours');
});
