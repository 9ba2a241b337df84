import type { Page } from 'playwright-core';
import { newClientId } from '../../fixtures/desk.ts';
import { TicketPage } from '../../pages/ticket-page.ts';
import { WidgetPanel } from '../../pages/widget-panel.ts';
import type { Screen, Visit } from './screen.ts';

const question = { es: 'La luz LOS del router está en rojo', en: 'The LOS light of my router is red' };
const more = { es: 'Ya lo he apagado y encendido dos veces', en: 'I have already turned it off and on twice' };
const answer = {
  es: 'Hola. Al router no le llega señal: mañana a primera hora pasa un técnico.',
  en: 'Hello. There is no signal at your router: a technician will come first thing tomorrow.',
};

/** Asked out of hours, a ticket at once; with words that no other visit has used. */
async function ticketed(visit: Visit) {
  const { page, reader, mailing } = visit;
  await page.goto(`${mailing.url}/demo?lang=${reader.locale}`);
  const widget = new WidgetPanel(page, reader.tongue);
  await widget.open();
  const subject = `${question[reader.locale]} (${newClientId().slice(-4)})`;
  await widget.ask(subject);
  await widget.address.waitFor();
  return { widget, subject, address: `lucia.${newClientId().slice(-6)}@example.com` };
}

/** … and told of by mail: the link, and the conversation that it opens. */
async function mailed(visit: Visit) {
  const { widget, subject, address } = await ticketed(visit);
  await widget.giveAddress(address);
  const { text } = await visit.mailbox.next(address);
  const { tickets } = await visit.mailing.call('ticket:list', {});
  const ticket = tickets.find((one) => one.subject === subject);
  if (!ticket) throw new Error(`The desk has no ticket “${subject}”.`);
  const { number, conversationId } = ticket;
  return { widget, address, number, conversationId, link: /http\S+\/t#\S+/.exec(text)?.[0] ?? '' };
}

async function atPage({ page, reader }: Visit, link: string): Promise<TicketPage> {
  await page.goto('about:blank');
  await page.goto(link);
  return new TicketPage(page, reader.locale);
}

function screen(name: string, front: Screen['front'], show: (visit: Visit) => Promise<{ page: Page }>): Screen {
  return { name, front, show: async (visit) => (await show(visit)).page };
}

export const ticketScreens: Screen[] = [
  screen('widget-address', 'widget', async (visit) => (await ticketed(visit)).widget),
  screen('widget-address-saved', 'widget', async (visit) => (await mailed(visit)).widget),
  screen('widget-address-offline', 'widget', async (visit) => {
    const { widget, address } = await ticketed(visit);
    await visit.page.context().setOffline(true);
    await widget.banner.getByText(widget.texts.tryNow).waitFor();
    await widget.address.fill(address);
    await widget.log.getByRole('button', { name: widget.texts.address.save }).click();
    await widget.log.getByText(widget.texts.address.notSavedOffline).waitFor();
    return widget;
  }),
  screen('ticket-page', 'page', async (visit) => {
    const { link, conversationId } = await mailed(visit);
    await visit.mailing.reply(conversationId, answer[visit.reader.locale]);
    const ticket = await atPage(visit, link);
    await ticket.write(more[visit.reader.locale]);
    await ticket.log.getByText(more[visit.reader.locale]).waitFor();
    await ticket.log.getByText(ticket.talk.sent).last().waitFor();
    return ticket;
  }),
  screen('ticket-page-offline', 'page', async (visit) => {
    const ticket = await atPage(visit, (await mailed(visit)).link);
    await ticket.message.waitFor();
    await visit.page.context().setOffline(true);
    await ticket.write(more[visit.reader.locale]);
    await ticket.page.getByText(ticket.texts.lost).waitFor();
    return ticket;
  }),
  screen('ticket-page-welcome', 'page', async (visit) => {
    const ticket = await atPage(visit, `${visit.mailing.url}/t`);
    await ticket.page.getByRole('heading', { name: ticket.texts.welcome }).waitFor();
    return ticket;
  }),
  screen('ticket-page-expired', 'page', async (visit) => {
    const ticket = await atPage(visit, `${visit.mailing.url}/t#${'x'.repeat(43)}`);
    await ticket.expired.waitFor();
    return ticket;
  }),
  screen('ticket-page-requested', 'page', async (visit) => {
    const { number, address } = await mailed(visit);
    const ticket = await atPage(visit, `${visit.mailing.url}/t`);
    await ticket.request(number, address);
    await ticket.page.getByText(ticket.texts.requested).waitFor();
    return ticket;
  }),
];
