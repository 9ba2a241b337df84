import { text } from 'node:stream/consumers';
import type { ConversationId } from '@ventanilla/shared/ids';
import type { CommandInput } from '@ventanilla/shared/wire/contract';
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { atDesk, atWindow, desktop } from '../fixtures/arrivals.ts';
import { type Caller, type Desk, newClientId } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { serveHostPage } from '../fixtures/host-page.ts';
import { aPerson } from '../fixtures/people.ts';
import { recordEverything } from '../fixtures/recorder.ts';
import { test } from '../fixtures/test.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const hourMs = 60 * 60 * 1000;

/** Every command by which a visitor names a conversation. */
const intrusions: ((visitor: Caller, conversationId: ConversationId) => Promise<unknown>)[] = [
  (visitor, conversationId) => visitor.call('conversation:sync', { conversationId, afterSeq: 0 }),
  (visitor, conversationId) =>
    visitor.call('message:send', { conversationId, clientId: newClientId(), body: 'Soy yo' }),
  (visitor, conversationId) => visitor.call('conversation:confirm', { conversationId, isSolved: true }),
  (visitor, conversationId) => visitor.call('conversation:withdraw', { conversationId }),
  (visitor, conversationId) => visitor.call('conversation:rate', { conversationId, rating: 'bad' }),
  (visitor, conversationId) => visitor.call('ticket:ask', { conversationId }),
  (visitor, conversationId) => visitor.call('queue:check', { conversationId }),
  (visitor, conversationId) => visitor.call('typing:show', { conversationId, isTyping: true }),
  (visitor, conversationId) => visitor.call('message:read', { conversationId, seq: 1 }),
];

/** Lucía's conversation, which is nobody else's business. */
async function lucias(browser: Browser, desk: Desk, secret: string): Promise<ConversationId> {
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk);
  const widget = await atWindow(browser, desk);
  await widget.ask(secret);
  await dashboard.row(secret).waitFor();
  return idOf(desk, secret);
}

async function idOf(desk: Desk, subject: string): Promise<ConversationId> {
  const found = (await desk.call('inbox:open', {})).conversations.find((one) => one.subject === subject);
  if (!found) throw new Error(`The desk has not heard “${subject}”.`);
  return found.id;
}

function likeTheFirst({ site }: Desk): CommandInput<'site:create'> {
  const { id: _id, key: _key, version: _version, ...fields } = site;
  return fields;
}

/** From now on the page says one id wherever it means the other, on its socket and in its requests. */
async function impersonate(page: Page): Promise<(own: string, other: string) => void> {
  let swap = (text: string) => text;
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(swap(String(message))));
  });
  await page.route(/\/api\/v1\//, (route, request) => {
    const body = request.postData();
    return route.continue({ url: swap(request.url()), ...(body !== null && { postData: swap(body) }) });
  });
  return (own, other) => {
    swap = (text) => text.replaceAll(own, other);
  };
}

test('[PR3] to another site’s visitor, and to another visitor, a real conversation is not there', async ({
  browser,
  desk,
}) => {
  const conversationId = await lucias(browser, desk, 'Mi contrato es el 4471');
  const { site } = await desk.call('site:create', { ...likeTheFirst(desk), name: 'Otra tienda' });
  for (const stranger of [await desk.visitor(site.key), await desk.visitor()]) {
    for (const intrude of intrusions) await expect(intrude(stranger, conversationId)).rejects.toThrow('not_found');
  }
  const { conversation } = await desk.call('conversation:open', { conversationId });
  expect(conversation).toMatchObject({ state: 'queued', outcome: '', lastSeq: 1, rating: '', ticket: null });
});

test.for(['socket', 'HTTP'] as const)(
  '[PR3] nor to their browser when it asks for it by %s',
  async (door, { browser, desk }) => {
    const secret = `Mi contrato, por ${door}, es el 4471`;
    const own = `Lo mío, por ${door}`;
    const conversationId = await lucias(browser, desk, secret);
    const { site } = await desk.call('site:create', { ...likeTheFirst(desk), name: `Otra tienda, ${door}` });
    const { origin, close } = await serveHostPage('strict-csp', { url: desk.url, site }, 'es');
    onTestFinished(close);
    await desk.call('site:update', { siteId: site.id, version: site.version, origins: [origin] });
    const page = await aPerson(browser, desktop);
    const heard = recordEverything(page.context());
    const speakAs = await impersonate(page);
    if (door === 'HTTP') await page.routeWebSocket(/\/socket\.io\//, (socket) => socket.close());
    await page.goto(origin);
    const widget = new WidgetPanel(page, 'es');
    await widget.open();
    await widget.ask(own);
    await widget.button('askTicket').waitFor();

    speakAs(await idOf(desk, own), conversationId);
    await widget.write('Dame lo suyo');
    await widget.log.getByText(widget.texts.refusal.not_found ?? 'not_found').waitFor();
    await page.reload();
    await eventually(() => heard.text()).toContain('"not_found"');
    expect(await heard.text()).not.toContain(secret);
    const { entries } = await desk.call('conversation:open', { conversationId });
    expect(entries.map(({ body }) => body)).toEqual([secret]);
  },
);

test('[CV5] a note reaches no visitor: not by socket, not over HTTP, not on the page, and leaves no hole', async ({
  browser,
  desk,
}) => {
  const note = 'Es moroso, no le deis plazo';
  const [question, answer, thanks] = ['Nota: ¿me fiáis?', 'Lo miramos', 'Gracias'] as const;
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk);
  const page = await aPerson(browser, desktop);
  const heard = recordEverything(page.context());
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask(question);
  await dashboard.row(question).click();
  await dashboard.addNote(note);
  await dashboard.thread.getByText(note).waitFor();
  await dashboard.answer(answer);
  await widget.log.getByText(answer).waitFor();
  await dashboard.addNote(`${note} (2)`);
  await dashboard.thread.getByText(`${note} (2)`).waitFor();
  await widget.write(thanks);
  await dashboard.thread.getByText(thanks).waitFor();
  expect(await dashboard.said([question, answer, thanks, note])).toHaveLength(5);

  // The copy that its visitor keeps.
  const download = page.waitForEvent('download');
  await widget.button('menu').click();
  await widget.button('keepCopy').click();
  await widget.dialog.getByText(widget.texts.copy.kept).waitFor();
  const copy = await text(await (await download).createReadStream());
  expect(
    copy
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map((line) => line.slice(7)),
  ).toEqual([`Tú: ${question}`, `Marta Ruiz: ${answer}`, `Tú: ${thanks}`]);
  expect(copy).not.toContain('moroso');

  // By socket and on the page; then from the beginning, over HTTP.
  expect(await page.content()).not.toContain('moroso');
  expect(await widget.dialog.textContent()).not.toContain('moroso');
  const over = await page.context().newPage();
  await over.routeWebSocket(/\/socket\.io\//, (socket) => socket.close());
  const synced = over.waitForResponse(/\/conversation\/sync/);
  const again = new WidgetPanel(over, 'es');
  await over.goto(`${desk.url}/demo?lang=es`);
  await again.open();
  await again.openConversation(question);
  await eventually(() => again.said([question, answer, thanks])).toEqual([question, answer, thanks]);
  const whole = await (await synced).text();
  const seqs = [...whole.matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq));
  expect(seqs).toEqual([1, 2, 3]);
  expect(await heard.text()).toContain(answer);
  expect(await heard.text()).not.toContain('moroso');
});
