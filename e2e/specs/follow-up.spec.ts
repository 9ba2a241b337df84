import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import { expect } from 'vitest';
import { atDesk, atWindow, phone } from '../fixtures/arrivals.ts';
import { eventually } from '../fixtures/eventually.ts';
import { test } from '../fixtures/test.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

test('[DL6] what waited in two windows while it was closed is said once, in the one that follows', async ({
  browser,
  timedDesk: desk,
}) => {
  const question = 'Sin red: aviso de la avería';
  const dashboard = await atDesk(browser, desk.url, desk);
  const widget = await atWindow(browser, desk, phone);
  await widget.ask(question);
  await dashboard.row(question).click();
  await dashboard.take.click();
  await dashboard.answer('Ya está arreglada');
  await widget.log.getByText('Ya está arreglada').waitFor();
  const { page, texts } = dashboard;
  await page.getByRole('button', { name: texts.conversation.createTicket }).click();
  const closed = /VEN-\d+/.exec((await widget.ticket.textContent()) ?? '')?.[0] ?? '';
  const other = new WidgetPanel(await widget.page.context().newPage(), phone.locale);
  await other.page.goto(widget.page.url());
  await other.open();
  await other.openConversation(question);
  await page.getByRole('button', { name: texts.conversation.resolve }).click();
  await other.ending('yes').waitFor();
  await widget.ending('yes').waitFor();

  await widget.page.context().setOffline(true);
  for (const one of [widget, other]) await one.banner.getByText(one.texts.offlineKept).waitFor();
  const waiting = ['Ha vuelto', 'Ahora más fuerte', 'También en casa de al lado'];
  for (const [index, words] of waiting.entries()) await [widget, other][index % 2]?.write(words);
  desk.passTime(limits.closeAfterMs);
  await page.getByText(texts.composer.closed).waitFor();
  await widget.page.context().setOffline(false);

  for (const one of [widget, other]) {
    await one.ticket.getByText(fill(one.texts.reason.follow_up, { number: closed })).waitFor();
    const said = async () => (await one.said([question, ...waiting])).toSorted();
    await eventually(said).toEqual(waiting.toSorted());
  }
  const { tickets } = await desk.call('ticket:list', { reason: 'follow_up' });
  expect(tickets.filter(({ follows }) => follows === closed)).toHaveLength(1);
});
