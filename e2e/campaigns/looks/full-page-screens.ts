import { newClientId } from '../../fixtures/desk.ts';
import { PlainPage } from '../../pages/plain-page.ts';
import { WidgetPanel } from '../../pages/widget-panel.ts';
import type { Screen, Visit } from './screen.ts';

const question = { es: 'La luz LOS del router está en rojo', en: 'The LOS light of my router is red' };
const answer = {
  es: 'Hola. Mañana por la mañana pasa un técnico por tu calle.',
  en: 'Hello. An engineer comes to your street tomorrow morning.',
};

type Desk = Visit['closed'];

/** The page where the panel has taken it over. */
async function panel({ page, reader }: Visit, { url, site }: Desk): Promise<WidgetPanel> {
  await page.goto(`${url}/c/${site.key}?lang=${reader.locale}`);
  const widget = new WidgetPanel(page, reader.locale, 'main');
  await widget.question.waitFor();
  return widget;
}

/** The same where the widget does not arrive; axe could not run where no script may. */
async function form({ page, reader }: Visit, { url, site }: Desk): Promise<PlainPage> {
  await page.route(/\/w\//, (route) => route.abort());
  await page.goto(`${url}/c/${site.key}?lang=${reader.locale}`);
  const plain = new PlainPage(page, reader.locale);
  await plain.field.waitFor();
  return plain;
}

async function ticketed(visit: Visit): Promise<PlainPage> {
  const plain = await form(visit, visit.closed);
  await plain.write(question[visit.reader.locale]);
  await plain.ticket.waitFor();
  return plain;
}

function screen(name: string, show: (visit: Visit) => Promise<{ page: Visit['page'] }>): Screen {
  return { name, front: 'page', show: async (visit) => (await show(visit)).page };
}

export const fullPageScreens: Screen[] = [
  screen('full-page', (visit) => panel(visit, visit.talking)),
  screen('full-page-closed', async (visit) => {
    const widget = await panel(visit, visit.closed);
    await widget.button('leaveMessage').waitFor();
    return widget;
  }),
  screen('full-page-ticket', async (visit) => {
    const widget = await panel(visit, visit.closed);
    await widget.ask(question[visit.reader.locale]);
    await widget.ticket.waitFor();
    return widget;
  }),
  screen('full-page-form', (visit) => form(visit, visit.talking)),
  screen('full-page-form-refused', async (visit) => {
    const plain = await form(visit, visit.closed);
    await plain.write('  ');
    await plain.problem.waitFor();
    return plain;
  }),
  screen('full-page-form-queued', async (visit) => {
    const plain = await form(visit, visit.talking);
    await plain.write(question[visit.reader.locale]);
    await visit.page.getByText(plain.texts.queued).waitFor();
    return plain;
  }),
  screen('full-page-form-ticket', ticketed),
  screen('full-page-form-answered', async (visit) => {
    const { locale } = visit.reader;
    const subject = `${question[locale]} (${newClientId().slice(-4)})`;
    const plain = await form(visit, visit.closed);
    await plain.write(subject);
    await plain.ticket.waitFor();
    const { tickets } = await visit.closed.call('ticket:list', {});
    const conversationId = tickets.find((ticket) => ticket.subject === subject)?.conversationId;
    if (conversationId === undefined) throw new Error(`The desk has not heard “${subject}”.`);
    await visit.closed.reply(conversationId, answer[locale]);
    await plain.lookAgain();
    await plain.lines.getByText(answer[locale]).waitFor();
    return plain;
  }),
  screen('full-page-unseen', async (visit) => {
    const plain = await ticketed(visit);
    await visit.page.context().clearCookies();
    await visit.page.reload();
    await plain.problem.waitFor();
    return plain;
  }),
  screen('full-page-not-found', async ({ page, closed, reader }) => {
    await page.goto(`${closed.url}/c/nobody?lang=${reader.locale}`);
    await page.getByRole('heading').waitFor();
    return { page };
  }),
];
