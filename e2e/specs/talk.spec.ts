import type { ConversationId } from '@ventanilla/shared/ids';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { atDesk, atWindow, desktop, phone } from '../fixtures/arrivals.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { test } from '../fixtures/test.ts';
import type { Dashboard } from '../pages/dashboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const minuteMs = 60_000;

/** Somebody is at the desk, so that what is written waits for them. */
async function openDashboard(browser: Browser, desk: Desk): Promise<Dashboard> {
  await desk.changeSite({ pickUpMs: 10 * minuteMs });
  return atDesk(browser, desk.url, desk);
}

const aVisitor = (browser: Browser, desk: Desk, locale: 'es' | 'en' = 'es') =>
  atWindow(browser, desk, locale === 'es' ? desktop : phone);

async function opened(desk: Desk, conversationId: ConversationId) {
  return (await desk.call('conversation:open', { conversationId })).conversation;
}

async function asked(widget: WidgetPanel, desk: Desk, subject: string): Promise<ConversationId> {
  await widget.ask(subject);
  await widget.button('askTicket').waitFor();
  const found = (await desk.call('inbox:open', {})).conversations.find((one) => one.subject === subject);
  if (!found) throw new Error(`The desk has not heard “${subject}”.`);
  return found.id;
}

async function answered(widget: WidgetPanel, desk: Desk, subject: string, answer: string): Promise<ConversationId> {
  const conversationId = await asked(widget, desk, subject);
  await desk.call('conversation:take', { conversationId });
  await desk.reply(conversationId, answer);
  await widget.log.getByText(answer).waitFor();
  return conversationId;
}

test('a place in the queue, and the way out of it', async ({ browser, desk }) => {
  await openDashboard(browser, desk);
  const [first, second] = [await aVisitor(browser, desk), await aVisitor(browser, desk, 'en')];
  await asked(first, desk, 'Cola: soy la primera');
  await first.log.getByText('Eres el 1.º').waitFor();
  await asked(second, desk, 'Queue: and I the second');
  await second.log.getByText('You are number 2').waitFor();
  expect(await accessibilityViolations(second.page)).toEqual([]);

  await first.button('withdraw').click();
  await first.log.getByText(first.texts.line.withdrawn).waitFor();
  await second.log.getByText('You are number 1').waitFor();
  await second.button('askTicket').click();
  await second.ticket.getByText(second.texts.reason.visitor_asked).waitFor();
  expect((await desk.call('ticket:list', {})).tickets.map(({ reason }) => reason)).toEqual(['visitor_asked']);

  // Whoever withdrew may come back: the same conversation waits again.
  await first.write('Pues sí que hace falta');
  await first.log.getByText(first.texts.line.reopened).waitFor();
  await first.log.getByText('Eres el 1.º').waitFor();
  await first.button('withdraw').click();
});

test('each side sees the other write, and that it was read', async ({ browser, desk }) => {
  const dashboard = await openDashboard(browser, desk);
  const widget = await aVisitor(browser, desk);
  await asked(widget, desk, 'Escribir: hola');
  await dashboard.row('Escribir: hola').click();
  await dashboard.take.click();
  await dashboard.reply.pressSequentially('Un momen');
  const typing = widget.log.getByRole('img', { name: 'Marta Ruiz está escribiendo' });
  await typing.waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await widget.log.getByText(widget.texts.read).waitFor();
  await dashboard.reply.press('Control+Enter');
  await widget.log.getByText('Un momen').waitFor();
  await typing.waitFor({ state: 'detached' });

  await widget.message.pressSequentially('Vale, esp');
  await dashboard.page.getByText(/está escribiendo…/).waitFor();
});

test('what arrives while the window is closed is counted on the launcher', async ({ browser, desk }) => {
  await openDashboard(browser, desk);
  const widget = await aVisitor(browser, desk);
  const conversationId = await answered(widget, desk, 'Aviso: hola', 'Hola, soy Marta');
  await widget.button('close').click();
  await desk.reply(conversationId, 'Ya lo tengo');
  await desk.reply(conversationId, 'Era el cable');
  await eventually(() => widget.launcher.getAttribute('data-unread')).toBe('2');
  expect(await widget.launcher.getAttribute('aria-label')).toMatch(/\(2\)$/);
  const { newLine } = widget.texts;
  await widget.open();
  await widget.log.getByText(newLine, { exact: true }).waitFor();
  expect(await widget.said(['Hola, soy Marta', newLine, 'Ya lo tengo', 'Era el cable'])).toEqual([
    'Hola, soy Marta',
    newLine,
    'Ya lo tengo',
    'Era el cable',
  ]);
  await eventually(() => widget.launcher.getAttribute('data-unread')).toBeNull();
  await widget.reopen();
  expect(await widget.log.getByText(newLine, { exact: true }).count()).toBe(0);
  await widget.button('close').click();
  await desk.reply(conversationId, 'Ahora va');
  await desk.reply(conversationId, '¿Verdad?');
  await eventually(() => widget.launcher.getAttribute('data-unread')).toBe('2');

  // Also on the next page, before anybody opens the window.
  await widget.page.goto(`${desk.url}/demo?lang=es`);
  await eventually(() => widget.launcher.getAttribute('data-unread')).toBe('2');
  await widget.open();
  await widget.openConversation('Aviso: hola');
  await widget.log.getByText('¿Verdad?').waitFor();
  await widget.log.getByText(newLine, { exact: true }).waitFor();
  await eventually(() => widget.launcher.getAttribute('data-unread')).toBeNull();
  await eventually(async () => (await opened(desk, conversationId)).visitorReadSeq).toBeGreaterThan(3);
});

/** Counts the tones of a page from now on. */
function countTones(): void {
  const counted = window as unknown as { tones: number };
  counted.tones = 0;
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (...when) {
    counted.tones += 1;
    start.apply(this, when);
  };
}

test('an answer that nobody sees is heard once in all tabs; one that is seen is not, nor where it was switched off', async ({
  browser,
  desk,
}) => {
  await openDashboard(browser, desk);
  const widget = await aVisitor(browser, desk);
  const complaints: string[] = [];
  const conversationId = await answered(widget, desk, 'Sonido: hola', 'Hola, soy Marta');
  const other = new WidgetPanel(await widget.page.context().newPage(), 'es');
  await other.page.goto(`${desk.url}/demo?lang=es`);
  await other.open();
  await other.openConversation('Sonido: hola');
  await other.log.getByText('Hola, soy Marta').waitFor();
  const tabs = [widget, other];
  for (const { page } of tabs) {
    page.on('console', (message) => complaints.push(message.text()));
    await page.evaluate(countTones);
  }
  const tones = async () => {
    const counts = await Promise.all(tabs.map(({ page }) => page.evaluate('tones')));
    return counts.reduce<number>((sum, count) => sum + Number(count), 0);
  };
  /** A tab has taken it upon itself to tell of an answer, or to keep still for all; and is done with it. */
  const told = async () => {
    const isTelling = () =>
      other.page.evaluate(async () => {
        const { held } = await navigator.locks.query();
        return held?.some(({ name }) => name?.endsWith(':sound'));
      });
    await eventually(isTelling).toBe(true);
    await eventually(isTelling).toBe(false);
  };

  // One of them shows it: the other knows, and keeps still.
  await widget.button('close').click();
  await desk.reply(conversationId, 'Esto se ve');
  await other.log.getByText('Esto se ve').waitFor();
  await eventually(() => widget.launcher.getAttribute('data-unread')).toBeNull();
  await other.button('close').click();

  await desk.reply(conversationId, 'Esto se oye');
  await told();
  expect(await tones()).toBe(2);
  await widget.open();
  await widget.button('menu').click();
  const { sound } = widget.texts;
  const heard = widget.dialog.getByRole('switch', { name: sound });
  await eventually(() => heard.getAttribute('aria-checked')).toBe('true');
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await heard.click();
  await widget.page.keyboard.press('Escape');
  await widget.button('close').click();
  await desk.reply(conversationId, 'Esto ya no');
  await told();
  expect(await tones()).toBe(2);
  expect(complaints).toEqual([]);
});

test('whatever is written, in a window as narrow as they come, stays inside it; addresses lead where they say', async ({
  browser,
  desk,
}) => {
  const dashboard = await openDashboard(browser, desk);
  const widget = await aVisitor(browser, desk, 'en');
  await widget.page.setViewportSize({ width: 320, height: 640 });
  const conversationId = await answered(widget, desk, 'Narrow: hello', 'Hola');
  const code =
    '```\nif (router.isUp()) { console.log("a line that fits into no window of this size at all", router); }\n```';
  const address = `https://alameda.example/${'averias-'.repeat(30)}`;
  for (const words of [`See ${address}.`, code, 'a'.repeat(5_000), '😀😀', 'مرحبا \u202e abc', 'javascript:alert(1)']) {
    await desk.reply(conversationId, words);
    await widget.write(words);
  }
  await widget.log.getByText('javascript:alert(1)').nth(1).waitFor();
  const widths = await widget.log.evaluate((log) => [log.scrollWidth, document.documentElement.scrollWidth]);
  expect(widths).toEqual([320, 320]);
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await dashboard.row('javascript:alert(1)').click();
  for (const log of [widget.log, dashboard.thread]) {
    const links = log.getByRole('link', { name: address });
    await eventually(() => links.count()).toBe(2);
    for (const link of await links.all()) {
      expect(await link.getAttribute('href')).toBe(address);
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    }
    expect(await log.getByRole('link', { name: 'javascript' }).count()).toBe(0);
  }
  const overflow = await dashboard.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
  expect(await accessibilityViolations(dashboard.page)).toEqual([]);
});

test('whoever reads further up is told of news, and sees at once what they say themselves', async ({
  browser,
  desk,
}) => {
  await openDashboard(browser, desk);
  const widget = await aVisitor(browser, desk);
  const conversationId = await answered(widget, desk, 'Arriba: hola', 'Hola, soy Marta');
  await desk.reply(conversationId, Array.from({ length: 60 }, (_, line) => `Paso ${line}`).join('\n'));
  await widget.log.getByText('Paso 59').waitFor();
  const inSight = (words: string) =>
    widget.log.getByText(words, { exact: true }).evaluate((element) => {
      const { bottom, top } = element.getBoundingClientRect();
      const log = element.closest('.log')?.getBoundingClientRect();
      return log !== undefined && top >= log.top && bottom <= log.bottom;
    });
  /** Until the window has noticed. */
  const readFromTheTop = () =>
    widget.log.evaluate(
      (log) =>
        new Promise<void>((resolve) => {
          log.addEventListener('scroll', () => resolve(), { once: true });
          log.scrollTo(0, 0);
        }),
    );

  await readFromTheTop();
  await desk.reply(conversationId, 'Avísame cuando llegues');
  await widget.button('newsOne').waitFor();
  // What is below the fold has not been read.
  await eventually(() => widget.launcher.getAttribute('data-unread')).toBe('1');
  expect(await inSight('Marta Ruiz: Avísame cuando llegues')).toBe(false);
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await widget.button('newsOne').click();
  await eventually(() => inSight('Marta Ruiz: Avísame cuando llegues')).toBe(true);
  await widget.button('newsOne').waitFor({ state: 'detached' });
  await eventually(() => widget.launcher.getAttribute('data-unread')).toBeNull();

  await readFromTheTop();
  await widget.write('He llegado');
  await eventually(() => inSight('Tú: He llegado')).toBe(true);

  // A window that is closed is read by nobody: it opens where the news are.
  await readFromTheTop();
  await widget.button('close').click();
  await desk.reply(conversationId, 'Estupendo');
  await eventually(() => widget.launcher.getAttribute('data-unread')).toBe('1');
  await widget.open();
  await eventually(() => inSight('Marta Ruiz: Estupendo')).toBe(true);
});

test('solved, says the visitor, and how it was; and can change their mind about that', async ({ browser, desk }) => {
  await openDashboard(browser, desk);
  const widget = await aVisitor(browser, desk);
  const conversationId = await answered(widget, desk, 'Bien: no hay luz', 'Gira el cable verde');
  await widget.button('alreadySolved').click();
  await widget.rate('good').click();
  await widget.dialog.getByText('«Bien» guardado').waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await widget.rate('fair').click();
  await widget.dialog.getByText('«Regular» guardado').waitFor();
  await widget.dialog.getByRole('textbox', { name: widget.texts.ending.why.fair }).fill('Tardó un poco');
  await widget.ending('sendComment').click();
  await widget.dialog.getByText(widget.texts.ending.savedComment).waitFor();
  expect(await opened(desk, conversationId)).toMatchObject({
    outcome: 'answered',
    rating: 'fair',
    ratingComment: 'Tardó un poco',
  });

  await widget.page.reload();
  await widget.open();
  await widget.openConversation('Bien: no hay luz');
  await widget.rate('fair').waitFor();
  expect(await widget.rate('fair').getAttribute('aria-pressed')).toBe('true');
});

test('ended by the agent, and not solved at all: a ticket', async ({ browser, desk }) => {
  await openDashboard(browser, desk);
  const widget = await aVisitor(browser, desk, 'en');
  const conversationId = await answered(widget, desk, 'Bad: still no light', 'It should work now');
  await desk.call('conversation:end', { conversationId });
  await widget.ending('yes').waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await widget.ending('no').click();
  await widget.ticket.getByText(widget.texts.reason.not_solved).waitFor();
  await widget.write('It is still red');
  await widget.log.getByText('It is still red').waitFor();
  expect((await opened(desk, conversationId)).ticket?.reason).toBe('not_solved');
});

test('handed over: who has it now', async ({ browser, desk }) => {
  await openDashboard(browser, desk);
  const widget = await aVisitor(browser, desk);
  const conversationId = await answered(widget, desk, 'Relevo: hola', 'Te paso con Diego');
  await desk.colleague({ name: 'Diego Arnau', email: 'diego@alameda.example' });
  const { agents } = await desk.call('session:open', {});
  const diego = agents.find(({ name }) => name === 'Diego Arnau');
  if (!diego) throw new Error('Diego has not joined.');
  await desk.call('conversation:handOver', { conversationId, toAgentId: diego.id });
  await widget.log.getByText('Marta Ruiz pasa la conversación a Diego Arnau').waitFor();
  await widget.dialog.getByRole('heading', { name: 'Diego Arnau' }).waitFor();
});

test('all of one’s conversations are one screen away', async ({ browser, desk }) => {
  await openDashboard(browser, desk);
  const widget = await aVisitor(browser, desk, 'en');
  for (const subject of ['Many: one', 'Many: two', 'Many: three', 'Many: four']) {
    await asked(widget, desk, subject);
    await widget.button(subject === 'Many: two' ? 'withdraw' : 'askTicket').click();
    await widget.button('askTicket').waitFor({ state: 'detached' });
    await widget.button('back').click();
  }
  await widget.button('all').click();
  await widget.dialog.getByRole('heading', { name: widget.texts.past }).waitFor();
  expect(await widget.dialog.getByRole('listitem').count()).toBe(4);
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await widget.openConversation('Many: two');
  await widget.log.getByText(widget.texts.line.withdrawn).waitFor();
});

test('a wish that the line swallowed is said, and can be wished again', async ({ browser, desk }) => {
  await openDashboard(browser, desk);
  const widget = await aVisitor(browser, desk);
  await asked(widget, desk, 'Corte: hola');
  await widget.page.context().setOffline(true);
  await widget.button('askTicket').click();
  await widget.log.getByText(widget.texts.notDone).waitFor();
  const isBack = new Promise<void>((resolve) => {
    widget.page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => String(payload).startsWith('40/visitor') && resolve()),
    );
  });
  await widget.page.context().setOffline(false);
  await isBack;
  await widget.button('askTicket').click();
  await widget.ticket.waitFor();
});
