import { alwaysOpen } from '@ventanilla/shared/entities/site';
import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import { type TicketReason, ticketReasons, weekdays } from '@ventanilla/shared/vocabulary';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { atDesk, atWindow, phone } from '../fixtures/arrivals.ts';
import { eventually } from '../fixtures/eventually.ts';
import { test } from '../fixtures/test.ts';
import type { TimedDesk } from '../fixtures/timed-desk.ts';
import type { Dashboard } from '../pages/dashboard.ts';
import type { WidgetPanel } from '../pages/widget-panel.ts';

const minuteMs = 60_000;
const marta = 'Marta Ruiz';
/** The group that nobody has named. */
const team = '';
/** Open for an hour on the weekday three days from now, wherever "now" is: closed at present. */
const hoursElsewhen = { [weekdays[(new Date().getDay() + 2) % 7] ?? 'mon']: [{ from: 600, to: 660 }] };

/** The visitor reads a number, who has it, by when, and why in words meant for them. */
async function seenByVisitor(widget: WidgetPanel, reason: TicketReason, holder: string, follows = ''): Promise<string> {
  const { texts, ticket } = widget;
  await ticket.getByText(fill(texts.reason[reason], { number: follows })).waitFor();
  const slip = (await ticket.textContent()) ?? '';
  const number = /VEN-\d+/.exec(slip)?.[0] ?? '';
  expect(number).not.toBe('');
  expect(slip).toContain(holder === team ? texts.holderTeam : fill(texts.holder, { name: holder }));
  expect(slip).toMatch(new RegExp(`${fill(texts.due, { when: '' })}.*\\d`));
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  return number;
}

/** The team finds it by its reason, and its history tells how it came to be. */
async function foundByAgent(dashboard: Dashboard, number: string, question: string, reason: TicketReason) {
  const { texts, page, history } = dashboard;
  const row = await dashboard.ticketsBecause(reason, number);
  expect(await row.textContent()).toContain(question);
  await row.getByRole('link', { name: question }).click();
  const { created, createdBy } = texts.ticket.event;
  const sentence = reason === 'agent_decided' ? createdBy : created;
  await history.getByText(fill(sentence, { number, actor: marta, reason: texts.reason[reason] })).waitFor();
  await page.getByRole('definition').getByText(texts.reason[reason]).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
}

async function everybodyLeft(desk: TimedDesk): Promise<void> {
  const isHere = async () => {
    const { agent, agents } = await desk.call('session:open', {});
    return [agent, ...agents].some(({ isOnline }) => isOnline);
  };
  await desk.passTimeUntil(eventually(isHere).toBe(false));
}

/** Marta has it and has answered; the visitor has read that. */
async function answered(dashboard: Dashboard, widget: WidgetPanel, question: string, answer: string): Promise<void> {
  await widget.ask(question);
  await dashboard.row(question).click();
  await dashboard.take.click();
  await dashboard.answer(answer);
  await widget.log.getByText(answer).waitFor();
}

const martaAtDesk = (browser: Browser, desk: TimedDesk) => atDesk(browser, desk.url, desk);

test('[TK1] out_of_hours: written while closed', async ({ browser, timedDesk: desk }) => {
  const question = 'Fuera de horario: se ha ido la luz';
  await desk.changeSite({ openingHours: hoursElsewhen });
  const dashboard = await martaAtDesk(browser, desk);
  const widget = await atWindow(browser, desk);
  await widget.leaveMessage(question);
  const number = await seenByVisitor(widget, 'out_of_hours', team);
  await foundByAgent(dashboard, number, question, 'out_of_hours');
  await desk.changeSite({ openingHours: alwaysOpen });
});

test('[TK1] no_agent_available: written while nobody is there', async ({ browser, timedDesk: desk }) => {
  const question = 'Nobody: my bill is wrong';
  await everybodyLeft(desk);
  const widget = await atWindow(browser, desk, phone);
  await widget.ask(question);
  const number = await seenByVisitor(widget, 'no_agent_available', team);
  await foundByAgent(await martaAtDesk(browser, desk), number, question, 'no_agent_available');
});

test('[TK1] not_picked_up: nobody took it in time', async ({ browser, timedDesk: desk }) => {
  const question = 'Nadie la coge: va lento';
  const dashboard = await martaAtDesk(browser, desk);
  const widget = await atWindow(browser, desk);
  await widget.ask(question);
  await dashboard.row(question).waitFor();
  await widget.button('askTicket').waitFor();
  desk.passTime(desk.site.pickUpMs);
  const number = await seenByVisitor(widget, 'not_picked_up', team);
  await foundByAgent(dashboard, number, question, 'not_picked_up');
});

test('[TK1] agent_lost: its agent vanished, and nobody took over', async ({ browser, timedDesk: desk }) => {
  const question = 'Perdida: el router no arranca';
  const diego = await desk.colleague({ name: 'Diego Arnau', email: 'diego@alameda.example', locale: 'en' });
  const dashboard = await martaAtDesk(browser, desk);
  const vanishing = await atDesk(browser, desk.url, diego, phone);
  const widget = await atWindow(browser, desk);
  await answered(vanishing, widget, question, 'Voy a mirarlo');
  await widget.write('¿Ves algo?');
  await vanishing.thread.getByText('¿Ves algo?').waitFor();
  await vanishing.page.context().close();
  await desk.passTimeUntil(widget.log.getByText(widget.texts.line.returned_to_queue).waitFor());
  await dashboard.queue.getByRole('link', { name: '¿Ves algo?' }).waitFor();
  desk.passTime(desk.site.pickUpMs);
  const number = await seenByVisitor(widget, 'agent_lost', team);
  await foundByAgent(dashboard, number, question, 'agent_lost');
});

test('[TK1] visitor_left: the last word was the visitor’s, and they did not come back', async ({
  browser,
  timedDesk: desk,
}) => {
  const question = 'Se va: no me llega el correo';
  const dashboard = await martaAtDesk(browser, desk);
  const widget = await atWindow(browser, desk);
  await answered(dashboard, widget, question, '¿Desde cuándo?');
  await widget.write('Desde ayer');
  await dashboard.thread.getByText('Desde ayer').waitFor();
  await widget.page.goto('about:blank');
  const became = dashboard.thread.getByText(dashboard.texts.reason.visitor_left);
  await desk.passTimeUntil(became.waitFor(), minuteMs);

  await widget.page.goBack();
  await widget.open();
  await widget.openConversation(question);
  const number = await seenByVisitor(widget, 'visitor_left', marta);
  await foundByAgent(dashboard, number, question, 'visitor_left');
});

test('[TK1] visitor_asked: the visitor does not want to wait', async ({ browser, timedDesk: desk }) => {
  const question = 'Not waiting: call me later';
  const dashboard = await martaAtDesk(browser, desk);
  const widget = await atWindow(browser, desk, phone);
  await widget.ask(question);
  await widget.button('askTicket').click();
  const number = await seenByVisitor(widget, 'visitor_asked', team);
  await foundByAgent(dashboard, number, question, 'visitor_asked');
});

test('[TK1] not_solved: the visitor said so', async ({ browser, timedDesk: desk }) => {
  const question = 'No resuelto: sigue sin ir';
  const dashboard = await martaAtDesk(browser, desk);
  const widget = await atWindow(browser, desk);
  await answered(dashboard, widget, question, 'Ya debería ir');
  await dashboard.page.getByRole('button', { name: dashboard.texts.conversation.resolve }).click();
  await widget.ending('no').click();
  const number = await seenByVisitor(widget, 'not_solved', marta);
  await foundByAgent(dashboard, number, question, 'not_solved');
});

test('[TK1] agent_decided: it takes longer than a conversation', async ({ browser, timedDesk: desk }) => {
  const question = 'Long one: new line to the barn';
  const dashboard = await martaAtDesk(browser, desk);
  const widget = await atWindow(browser, desk, phone);
  await answered(dashboard, widget, question, 'We have to go and see it');
  await dashboard.page.getByRole('button', { name: dashboard.texts.conversation.createTicket }).click();
  const number = await seenByVisitor(widget, 'agent_decided', marta);
  await foundByAgent(dashboard, number, question, 'agent_decided');
});

test('[TK1] [TK4] follow_up: written after its ticket was closed', async ({ browser, timedDesk: desk }) => {
  const [question, again] = ['Cerrado: el router se apaga', 'Se ha vuelto a apagar'];
  const dashboard = await martaAtDesk(browser, desk);
  const widget = await atWindow(browser, desk);
  const { page, texts } = dashboard;
  await answered(dashboard, widget, question, 'Te cambiamos la fuente');
  await page.getByRole('button', { name: texts.conversation.createTicket }).click();
  const closed = await seenByVisitor(widget, 'agent_decided', marta);
  await page.getByRole('button', { name: texts.conversation.resolve }).click();
  await widget.ending('yes').waitFor();

  desk.passTime(limits.closeAfterMs);
  await widget.dialog.getByText(widget.texts.closed).waitFor();
  expect(await widget.message.count()).toBe(0);
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await page.getByText(texts.composer.closed).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);

  await widget.button('writeAgain').click();
  await widget.write(again);
  const number = await seenByVisitor(widget, 'follow_up', marta, closed);
  expect(await widget.said([question, again])).toEqual([again]);
  await widget.button('back').click();
  await widget.openConversation(question);
  await widget.dialog.getByText(fill(widget.texts.goesOn, { number })).waitFor();

  await foundByAgent(dashboard, number, again, 'follow_up');
  await page.getByRole('definition').getByRole('link', { name: closed }).click();
  await page.getByRole('definition').getByRole('link', { name: number }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('definition').getByRole('link', { name: number }).click();
  await dashboard.thread.getByText(again).waitFor();
});

test('[CV1] none of these conversations came to a dead end', async ({ context, timedDesk: desk }) => {
  const { tickets } = await desk.call('ticket:list', {});
  const reasons = new Set(tickets.map(({ reason }) => reason));
  expect(reasons).toEqual(new Set(ticketReasons.filter((reason) => reason !== 'registered')));
  await desk.signIn(context);
  const health = await context.request.get(`${desk.url}/api/v1/health/no-dead-end`);
  expect(await health.json()).toMatchObject({
    data: { overdueDeadlines: 0, endedWithoutOutcome: 0, ticketedWithoutTicket: 0, twoOpenTickets: 0 },
  });
});
