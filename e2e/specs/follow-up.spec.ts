import { openMailSink } from '@ventanilla/server/lib/mail-sink-for-tests';
import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import { expect, onTestFinished } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { atDesk, atWindow, phone } from '../fixtures/arrivals.ts';
import { eventually } from '../fixtures/eventually.ts';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { openTimedDesk } from '../fixtures/timed-desk.ts';
import { TicketPage } from '../pages/ticket-page.ts';
import { endOf, WidgetPanel } from '../pages/widget-panel.ts';

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
  for (const one of [widget, other]) await one.banner.getByText(endOf(one.texts.offline)).waitFor();
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

test('[TK3] what is written at the link of a closed ticket is another one, told of by mail', async ({ browser }) => {
  const sink = await openMailSink();
  const desk = await openTimedDesk({ VENTANILLA_SMTP_URL: sink.url });
  onTestFinished(async () => {
    await desk.close();
    await sink.close();
  });
  const [question, again, address] = ['No llega la señal', 'Otra vez sin señal', 'lucia.ferrer@example.com'];
  const widget = await atWindow(browser, desk);
  await widget.ask(question);
  await widget.giveAddress(address);
  const linkIn = ({ text }: { text: string }) => /http\S+\/t#\S+/.exec(text)?.[0] ?? '';
  const first = linkIn(await sink.next(address));
  const [{ conversationId, number } = { conversationId: 'cnv_', number: '' }] = (await desk.call('ticket:list', {}))
    .tickets;
  await desk.call('ticket:setStatus', { conversationId, status: 'solved' });
  desk.passTime(limits.closeAfterMs);

  const page = new TicketPage(await aPerson(browser, phone), 'es');
  await page.page.goto(first);
  await page.page.getByText(page.seldom.closed).waitFor();
  expect(await page.message.count()).toBe(0);
  await page.page.getByRole('button', { name: page.seldom.writeAgain }).click();
  await page.write(again);
  await page.page.getByText(page.followedUp).waitFor();
  expect(await accessibilityViolations(page.page)).toEqual([]);
  expect(await page.log.textContent()).not.toContain(again);

  const mail = await sink.next(address, again);
  await page.page.goto('about:blank');
  await page.page.goto(linkIn(mail));
  await page.log.getByText(again).waitFor();
  await page.log.getByText(number).waitFor();
});
