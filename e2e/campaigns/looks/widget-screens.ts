import type { ConversationId } from '@ventanilla/shared/ids';
import type { Page } from 'playwright-core';
import { answers } from '../../fixtures/articles.ts';
import { type Desk, newClientId } from '../../fixtures/desk.ts';
import { serveHostPage } from '../../fixtures/host-page.ts';
import { aPicture } from '../../fixtures/pictures.ts';
import { slowLine } from '../../fixtures/slow-line.ts';
import { WidgetPanel } from '../../pages/widget-panel.ts';
import type { Screen, Visit } from './screen.ts';

const question = {
  es: 'La luz LOS del router está en rojo',
  en: 'The LOS light of my router is red',
  'ar-XB': 'غيّرت الراوتر أمس ولم يعد لديّ إنترنت. ضوء LOS أحمر',
};
const more = {
  es: 'Ya lo he apagado y encendido dos veces',
  en: 'I have already turned it off and on twice',
  'ar-XB': 'لقد أطفأته وشغّلته مرتين',
};
const answer = {
  es: 'Hola. Al router no le llega señal. ¿El cable de la punta verde entra hasta hacer clic?',
  en: 'Hello. There is no signal at your router. Does the cable with the green end go in until it clicks?',
  'ar-XB': 'مرحبًا. لا تصل الإشارة إلى الراوتر. هل يدخل الكابل الأخضر حتى تسمع نقرة؟',
};
const questionAboutRed = { es: 'luz del router en rojo', en: 'red light los router', 'ar-XB': 'red light los router' };
const unwritten = {
  es: 'el deco pita al encender',
  en: 'the set-top box beeps at night',
  'ar-XB': 'يصدر جهاز الاستقبال صوتًا',
};

const picture = { name: 'luces-router.png', mimeType: 'image/png', buffer: aPicture(320, 240, [59, 58, 56]) };
const bill = { name: 'factura-noviembre.txt', mimeType: 'text/plain', buffer: Buffer.alloc(84_000, 'a') };
const tooLarge = { name: 'tele-a-saltos.mov', mimeType: 'video/quicktime', buffer: Buffer.alloc(12_000_000) };

async function onDemo({ page, reader }: Visit, desk: Desk): Promise<WidgetPanel> {
  await page.goto(`${desk.url}/demo?lang=${reader.locale}`);
  const widget = new WidgetPanel(page, reader.tongue);
  await widget.launcher.waitFor();
  return widget;
}

async function opened(visit: Visit, desk: Desk): Promise<WidgetPanel> {
  const widget = await onDemo(visit, desk);
  await widget.open();
  return widget;
}

/** Asked, queued; with words that no other visit of this campaign has used. */
async function asked(visit: Visit): Promise<{ widget: WidgetPanel; subject: string; conversationId: ConversationId }> {
  const widget = await opened(visit, visit.talking);
  const subject = `${question[visit.reader.tongue]} (${newClientId().slice(-4)})`;
  await widget.ask(subject);
  await widget.button('askTicket').waitFor();
  const { conversations } = await visit.talking.call('inbox:open', {});
  const conversationId = conversations.find((conversation) => conversation.subject === subject)?.id;
  if (conversationId === undefined) throw new Error(`The desk has not heard “${subject}”.`);
  return { widget, subject, conversationId };
}

/** Asked, taken, answered. */
async function answered(visit: Visit) {
  const talk = await asked(visit);
  await visit.talking.call('conversation:take', { conversationId: talk.conversationId });
  await visit.talking.reply(talk.conversationId, answer[visit.reader.tongue]);
  await talk.widget.log.getByText(answer[visit.reader.tongue]).waitFor();
  return talk;
}

/** The home screen of a site with articles. */
async function withArticles(visit: Visit, desk = visit.reading): Promise<WidgetPanel> {
  const widget = await opened(visit, desk);
  await widget.listed(titlesOf(visit)[1]).waitFor();
  return widget;
}

function titlesOf({ reader }: Visit): [red: string, lights: string] {
  const [red, lights] = answers[reader.locale].map(({ title }) => title);
  return [red ?? '', lights ?? ''];
}

async function onArticle(visit: Visit): Promise<WidgetPanel> {
  const widget = await withArticles(visit);
  const [red] = titlesOf(visit);
  await widget.listed(red).click();
  await widget.article(red).waitFor();
  return widget;
}

/** An article that does not come. */
async function onNoArticle(visit: Visit, answer: 'slow' | 'none'): Promise<WidgetPanel> {
  const widget = await withArticles(visit);
  await visit.page.route(/article\/read/, (route) => (answer === 'none' ? route.abort() : undefined));
  await widget.listed(titlesOf(visit)[0]).click();
  await widget.button('back').waitFor();
  return widget;
}

async function ticketed(visit: Visit) {
  const talk = await answered(visit);
  await visit.talking.call('ticket:create', { conversationId: talk.conversationId });
  await talk.widget.ticket.waitFor();
  return talk;
}

function screen(name: string, show: (visit: Visit) => Promise<{ page: Page }>): Screen {
  return { name, front: 'widget', show: async (visit) => (await show(visit)).page };
}

export const widgetScreens: Screen[] = [
  screen('widget-launcher', (visit) => onDemo(visit, visit.talking)),
  screen('widget-home', (visit) => opened(visit, visit.talking)),
  screen('widget-home-asking', async (visit) => {
    const widget = await opened(visit, visit.talking);
    await widget.question.fill(question[visit.reader.tongue]);
    return widget;
  }),
  screen('widget-home-closed', async (visit) => {
    const widget = await opened(visit, visit.closed);
    await widget.button('leaveMessage').waitFor();
    return widget;
  }),
  screen('widget-faq', (visit) => withArticles(visit)),
  screen('widget-faq-closed', (visit) => withArticles(visit, visit.closed)),
  screen('widget-faq-answer', async (visit) => {
    const widget = await withArticles(visit);
    await widget.question.fill(questionAboutRed[visit.reader.tongue]);
    await widget.likely(titlesOf(visit)[0]).waitFor();
    await widget.dialog.locator('.excerpt').waitFor();
    return widget;
  }),
  screen('widget-faq-list', async (visit) => {
    const widget = await withArticles(visit);
    await widget.question.fill('router');
    await widget.dialog.getByText(widget.texts.faq.maybe).waitFor();
    await widget.dialog.locator('small mark').first().waitFor();
    return widget;
  }),
  screen('widget-faq-nothing', async (visit) => {
    const widget = await withArticles(visit);
    await widget.question.fill(unwritten[visit.reader.tongue]);
    await widget.dialog.getByRole('heading', { name: widget.texts.faq.none }).waitFor();
    return widget;
  }),
  screen('widget-faq-failed', async (visit) => {
    const widget = await withArticles(visit);
    await visit.page.context().setOffline(true);
    await widget.question.fill(unwritten[visit.reader.tongue]);
    await widget.dialog.getByText(widget.texts.faq.notSearched).waitFor();
    return widget;
  }),
  screen('widget-article', onArticle),
  screen('widget-article-helped', async (visit) => {
    const widget = await onArticle(visit);
    await widget.helpedYes.click();
    await widget.dialog.getByText(widget.texts.faq.thanks).waitFor();
    return widget;
  }),
  screen('widget-article-not-helped', async (visit) => {
    const widget = await onArticle(visit);
    await widget.helpedNo.click();
    await widget.dialog.getByText(widget.texts.faq.sorry).waitFor();
    return widget;
  }),
  screen('widget-article-loading', (visit) => onNoArticle(visit, 'slow')),
  screen('widget-article-failed', async (visit) => {
    const widget = await onNoArticle(visit, 'none');
    await widget.dialog.getByText(widget.texts.faq.notLoaded).waitFor();
    return widget;
  }),
  screen('widget-article-gone', async (visit) => {
    const widget = await onDemo(visit, visit.reading);
    await visit.page.evaluate(`ventanilla('showArticle', 'art_gone')`);
    await widget.dialog.getByText(widget.texts.faq.gone).waitFor();
    return widget;
  }),
  screen('widget-home-mine', async (visit) => {
    const { widget, subject } = await ticketed(visit);
    await widget.button('back').click();
    await widget.dialog.getByRole('button', { name: subject }).waitFor();
    return widget;
  }),
  screen('widget-home-loading', async (visit) => {
    const line = await slowLine(visit.page);
    const { widget } = await asked(visit);
    line.hold();
    await widget.page.reload();
    await widget.open();
    await widget.dialog.getByText(widget.texts.loading).first().waitFor({ state: 'attached' });
    return widget;
  }),
  screen('widget-home-incomplete', async (visit) => {
    await visit.page.route(/\/chunks\/connection-/, (route) => route.abort());
    const widget = await opened(visit, visit.talking);
    await widget.question.fill(question[visit.reader.tongue]);
    await widget.banner.getByText(widget.texts.loadFailed).waitFor();
    return widget;
  }),
  screen('widget-new-conversation', async (visit) => {
    const widget = await opened(visit, visit.talking);
    await widget.button('writeToPerson').click();
    await widget.message.waitFor();
    return widget;
  }),
  screen('widget-new-closed', async (visit) => {
    const widget = await opened(visit, visit.closed);
    await widget.button('leaveMessage').click();
    await widget.message.waitFor();
    return widget;
  }),
  screen('widget-queued', async (visit) => (await asked(visit)).widget),
  screen('widget-answered', async (visit) => {
    const { widget } = await answered(visit);
    await widget.write(more[visit.reader.tongue]);
    await widget.log.getByText(widget.texts.sent).last().waitFor();
    return widget;
  }),
  screen('widget-ticket', async (visit) => (await ticketed(visit)).widget),
  screen('widget-ticket-closed-hours', async (visit) => {
    const widget = await opened(visit, visit.closed);
    await widget.ask(question[visit.reader.tongue]);
    await widget.ticket.waitFor();
    return widget;
  }),
  screen('widget-ended', async (visit) => {
    const { widget, conversationId } = await answered(visit);
    await visit.talking.call('conversation:end', { conversationId });
    await widget.ending('yes').waitFor();
    return widget;
  }),
  screen('widget-typing', async (visit) => {
    const { widget, conversationId } = await answered(visit);
    await visit.talking.call('typing:tell', { conversationId, isTyping: true });
    await widget.log.getByRole('img').waitFor();
    return widget;
  }),
  screen('widget-returned', async (visit) => {
    const { widget } = await asked(visit);
    await widget.button('withdraw').click();
    await widget.write(more[visit.reader.tongue]);
    await widget.log.getByText(widget.texts.line.reopened).waitFor();
    return widget;
  }),
  screen('widget-rating', async (visit) => {
    const { widget } = await answered(visit);
    await widget.button('alreadySolved').click();
    await widget.rate('good').click();
    await widget.ending('sendComment').waitFor();
    return widget;
  }),
  screen('widget-mine', async (visit) => {
    const { widget } = await asked(visit);
    for (const wish of ['withdraw', 'askTicket', 'askTicket', 'askTicket'] as const) {
      if ((await widget.button('askTicket').count()) === 0) {
        await widget.button('back').click();
        await widget.ask(question[visit.reader.tongue]);
      }
      await widget.button(wish).click();
      await widget.button(wish).waitFor({ state: 'detached' });
    }
    await widget.button('back').click();
    await widget.button('all').click();
    return widget;
  }),
  screen('widget-files-picked', async (visit) => {
    const { widget } = await answered(visit);
    await widget.attach(picture, bill, tooLarge);
    await widget.message.fill(more[visit.reader.tongue]);
    await widget.picked.last().waitFor();
    return widget;
  }),
  screen('widget-files', async (visit) => {
    const { widget } = await answered(visit);
    await widget.attach(picture, bill);
    await widget.picked.last().waitFor();
    await widget.write(more[visit.reader.tongue]);
    await widget.file(bill.name).waitFor();
    return widget;
  }),
  screen('widget-files-drop', async (visit) => {
    const { widget } = await answered(visit);
    const data = await visit.page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['a'], 'a.txt'));
      return transfer;
    });
    const hint = widget.dialog.getByText(widget.texts.files.drop);
    const drag = () => widget.log.dispatchEvent('dragover', { dataTransfer: data });
    // What shows it comes with the first time.
    await drag();
    await hint.waitFor({ state: 'attached' });
    await drag();
    await hint.waitFor();
    return widget;
  }),
  screen('widget-offline', async (visit) => {
    const { widget } = await answered(visit);
    await visit.page.context().setOffline(true);
    const { tongue } = visit.reader;
    await widget.write(more[tongue]);
    await widget.write(question[tongue]);
    await widget.log.getByText(widget.texts.waitingTitle).waitFor();
    return widget;
  }),
  screen('widget-refused', async (visit) => {
    const host = await serveHostPage('plain', visit.talking, visit.reader.locale);
    visit.follow(host.close);
    await visit.page.goto(host.origin);
    const widget = new WidgetPanel(visit.page, visit.reader.tongue);
    await widget.ask(question[visit.reader.tongue]);
    await widget.banner.getByText(widget.texts.refused).waitFor();
    return widget;
  }),
];
