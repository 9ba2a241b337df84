import type { Page } from 'playwright-core';
import { newClientId } from '../../fixtures/desk.ts';
import { Dashboard } from '../../pages/dashboard.ts';
import { PlainPage } from '../../pages/plain-page.ts';
import { TicketPage } from '../../pages/ticket-page.ts';
import { WidgetPanel } from '../../pages/widget-panel.ts';
import { aWeekLater } from './long-ago.ts';
import type { Screen, Visit } from './screen.ts';

const question = {
  es: 'El wifi no llega al dormitorio',
  en: 'The wifi does not reach the bedroom',
  'ar-XB': 'لا تصل الشبكة إلى غرفة النوم',
};
const again = {
  es: 'El repetidor se apaga solo por las noches',
  en: 'The repeater turns itself off at night',
  'ar-XB': 'ينطفئ المقوّي وحده ليلًا',
};

async function at(visit: Visit, path: string): Promise<Dashboard> {
  const { desk } = visit.longAgo;
  const page = await visit.open(desk);
  await page.goto(`${desk.url}/dashboard${path}`);
  return new Dashboard(page, visit.reader.locale);
}

/** Asked while nobody is there, solved, and a week ago by now; the number of its ticket. */
async function closed(visit: Visit, subject: string): Promise<string> {
  const { moving } = visit;
  const { tickets } = await moving.call('ticket:list', {});
  const ticket = tickets.find((one) => one.subject === subject);
  if (!ticket) throw new Error(`The desk has no ticket “${subject}”.`);
  await moving.call('ticket:setStatus', { conversationId: ticket.conversationId, status: 'solved' });
  await aWeekLater(moving, ticket.number);
  return ticket.number;
}

async function closedInWidget(visit: Visit): Promise<{ widget: WidgetPanel; subject: string }> {
  const { page, reader, moving } = visit;
  await page.goto(`${moving.url}/demo?lang=${reader.locale}`);
  const widget = new WidgetPanel(page, reader.tongue);
  await widget.open();
  const subject = `${question[reader.tongue]} (${newClientId().slice(-4)})`;
  await widget.ask(subject);
  await widget.ticket.waitFor();
  await closed(visit, subject);
  await widget.dialog.getByText(widget.texts.closed).waitFor();
  return { widget, subject };
}

async function followedInWidget(visit: Visit): Promise<{ widget: WidgetPanel; subject: string }> {
  const { widget, subject } = await closedInWidget(visit);
  await widget.button('writeAgain').click();
  await widget.write(again[visit.reader.tongue]);
  await widget.ticket.waitFor();
  return { widget, subject };
}

async function atLink(visit: Visit): Promise<TicketPage> {
  const { page, reader, longAgo } = visit;
  await page.goto(longAgo.closed[reader.locale].link);
  const ticket = new TicketPage(page, reader.locale);
  await page.getByText(ticket.seldom.closed).waitFor();
  return ticket;
}

function screen(name: string, front: Screen['front'], show: (visit: Visit) => Promise<{ page: Page }>): Screen {
  return { name, front, show: async (visit) => (await show(visit)).page };
}

/** What is to be seen a week after a ticket was solved, and what follows. */
export const closedScreens: Screen[] = [
  screen('widget-closed', 'widget', async (visit) => (await closedInWidget(visit)).widget),
  screen('widget-follow-up', 'widget', async (visit) => (await followedInWidget(visit)).widget),
  screen('widget-closed-goes-on', 'widget', async (visit) => {
    const { widget, subject } = await followedInWidget(visit);
    await widget.button('back').click();
    await widget.openConversation(subject);
    await widget.button('openNext').waitFor();
    return widget;
  }),
  screen('widget-mine-closed', 'widget', async (visit) => {
    const { widget, subject } = await followedInWidget(visit);
    await widget.button('back').click();
    await widget.dialog.getByRole('button', { name: subject }).waitFor();
    return widget;
  }),
  screen('ticket-closed', 'dashboard', async (visit) => {
    const dashboard = await at(visit, `/tickets/${visit.longAgo.closed[visit.reader.locale].number}`);
    await dashboard.page.getByText(dashboard.texts.composer.closed).waitFor();
    return dashboard;
  }),
  screen('conversation-closed', 'dashboard', async (visit) => {
    const dashboard = await at(visit, `/inbox/${visit.longAgo.closed[visit.reader.locale].conversationId}`);
    await dashboard.page.getByText(dashboard.texts.composer.closed).waitFor();
    return dashboard;
  }),
  screen('ticket-follow-up', 'dashboard', async (visit) => {
    const dashboard = await at(visit, `/tickets/${visit.longAgo.followUp}`);
    await dashboard.history.scrollIntoViewIfNeeded();
    return dashboard;
  }),
  screen('tickets-closed', 'dashboard', async (visit) => {
    const dashboard = await at(visit, '/tickets?status=closed');
    await dashboard.page.getByRole('row').nth(1).waitFor();
    return dashboard;
  }),
  screen('ticket-page-closed', 'page', atLink),
  screen('ticket-page-written-again', 'page', async (visit) => {
    const ticket = await atLink(visit);
    await ticket.page.getByRole('button', { name: ticket.seldom.writeAgain }).click();
    await ticket.write(again[visit.reader.tongue]);
    await ticket.page.getByText(ticket.followedUp).waitFor();
    return ticket;
  }),
  screen('full-page-form-over', 'page', async (visit) => {
    const { page, reader, moving } = visit;
    await page.route(/\/w\//, (route) => route.abort());
    await page.goto(`${moving.url}/c/${moving.site.key}?lang=${reader.locale}`);
    const plain = new PlainPage(page, reader.locale);
    const subject = `${question[reader.tongue]} (${newClientId().slice(-4)})`;
    await plain.write(subject);
    await plain.ticket.waitFor();
    await closed(visit, subject);
    await plain.lookAgain();
    await plain.ticket.getByText(plain.texts.over).waitFor();
    return plain;
  }),
];
