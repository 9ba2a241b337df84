import { alwaysOpen } from '@ventanilla/shared/entities/site';
import { weekdays } from '@ventanilla/shared/vocabulary';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { aPerson } from '../fixtures/people.ts';
import { plainAccessibilityViolations } from '../fixtures/plain-accessibility.ts';
import type { Reader } from '../fixtures/reader.ts';
import { test } from '../fixtures/test.ts';
import { PlainPage } from '../pages/plain-page.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const elsewhen = { [weekdays[(new Date().getDay() + 2) % 7] ?? 'mon']: [{ from: 600, to: 660 }] };
const phone: Reader = { locale: 'es', theme: 'dark', size: 'phone' };
const desktop: Reader = { locale: 'en', theme: 'light', size: 'desktop' };

/** A browser at the site's own page; `complaints` are what its console says of the page. */
async function atThePage(browser: Browser, { url, site }: Desk, reader: Reader, isScripted = true) {
  const page = await aPerson(browser, reader, { javaScriptEnabled: isScripted });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/c/${site.key}`);
  return { page, complaints };
}

/** Somebody is at the desk. */
async function bePresent(browser: Browser, desk: Desk): Promise<void> {
  const page = await aPerson(browser, desktop);
  await desk.signIn(page.context());
  await page.goto(`${desk.url}/dashboard/`);
  await page.getByRole('navigation').first().waitFor();
}

/** The conversation of everybody who wrote that begins like this. */
async function conversationOf(desk: Desk, subject: string) {
  const [inbox, list] = await Promise.all([desk.call('inbox:open', {}), desk.call('ticket:list', {})]);
  const ids = [
    ...inbox.conversations.filter((one) => one.subject === subject).map(({ id }) => id),
    ...list.tickets.filter((one) => one.subject === subject).map(({ conversationId }) => conversationId),
  ];
  const [conversationId, ...more] = new Set(ids);
  if (!conversationId || more.length > 0) throw new Error(`“${subject}” is there ${more.length + 1} times.`);
  const { entries } = await desk.call('conversation:open', { conversationId });
  return { conversationId, words: entries.filter(({ kind }) => kind === 'message').map(({ body }) => body) };
}

test.for([
  [phone, 'No me llega la factura', 'La acabo de enviar otra vez'],
  [desktop, 'My bill has not arrived', 'I have just sent it again'],
] as const)('the panel is the page: %o', async ([reader, question, answer], { browser, desk }) => {
  await desk.changeSite({ openingHours: alwaysOpen });
  await bePresent(browser, desk);
  const { page, complaints } = await atThePage(browser, desk, reader);
  const widget = new WidgetPanel(page, reader.locale, 'main');
  await widget.question.waitFor();
  expect(await page.getByRole('main').count()).toBe(1);
  await expect(widget.button('close').isVisible()).resolves.toBe(false);
  await page.keyboard.press('Escape');
  await eventually(() => widget.question.isVisible()).toBe(true);
  expect(await accessibilityViolations(page)).toEqual([]);
  const title = await page.title();

  await widget.ask(question);
  await widget.button('askTicket').waitFor();
  const { conversationId } = await conversationOf(desk, question);
  await desk.call('conversation:take', { conversationId });
  await desk.reply(conversationId, answer);
  await widget.log.getByText(answer).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);

  await widget.button('back').click();
  await desk.reply(conversationId, `${answer}!`);
  await eventually(() => page.title()).toBe(`(1) ${title}`);

  await page.reload();
  await widget.openConversation(question);
  await widget.log.getByText(`${answer}!`).waitFor();
  await eventually(() => page.title()).toBe(title);
  expect(await page.context().cookies()).toEqual([]);
  expect(complaints).toEqual([]);
});

test.for([
  [phone, 'Sin internet desde ayer', 'Ya lo estamos mirando'],
  [desktop, 'No internet since yesterday', 'We are looking into it'],
] as const)('without scripts a form does: %o', async ([reader, question, answer], { browser, desk }) => {
  await desk.changeSite({ openingHours: elsewhen });
  const { page } = await atThePage(browser, desk, reader, false);
  const plain = new PlainPage(page, reader.locale);
  await page.getByText(plain.texts.closed).waitFor();
  expect(await plainAccessibilityViolations(browser, page)).toEqual([]);

  // Nothing was said yet: the page says so, and keeps nothing.
  await plain.write('   ');
  await plain.problem.getByText(plain.texts.blank).waitFor();
  expect(await page.context().cookies()).toEqual([]);

  await plain.write(question);
  await plain.ticket.waitFor();
  expect(await plainAccessibilityViolations(browser, page)).toEqual([]);
  const [cookie, ...others] = await page.context().cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ path: `/c/${desk.site.key}`, httpOnly: true, sameSite: 'Strict', secure: false });
  const { conversationId } = await conversationOf(desk, question);

  // Loading the result again sends nothing again.
  await page.reload();
  await plain.ticket.waitFor();
  await plain.write('Y el teléfono tampoco');
  await plain.lines.getByText('Y el teléfono tampoco').waitFor();
  expect((await conversationOf(desk, question)).words).toEqual([question, 'Y el teléfono tampoco']);

  await desk.note(conversationId, 'Only for us');
  await desk.reply(conversationId, answer);
  await plain.lookAgain();
  await plain.lines.getByText(answer).waitFor();
  expect(await page.content()).not.toContain('Only for us');

  // Another browser sees nothing of it.
  const stranger = await atThePage(browser, desk, reader, false);
  expect(await stranger.page.content()).not.toContain(question);

  // And this one neither, once it is told to forget.
  await plain.forget();
  await page.getByText(plain.texts.closed).waitFor();
  expect(await page.content()).not.toContain(question);
  expect(await page.context().cookies()).toEqual([]);
});

test('what is too long stays in its field', async ({ browser, desk }) => {
  const { page } = await atThePage(browser, desk, phone, false);
  const plain = new PlainPage(page, 'es');
  const words = 'ñandú '.repeat(2_000);
  expect(await page.content()).toContain('<script');
  await plain.write(words);
  await plain.problem.waitFor();
  // Nor does the panel come and take them away.
  expect(await page.content()).not.toContain('<script');
  expect(await plain.field.inputValue()).toBe(words);
  await plain.write('Más corto');
  await plain.lines.getByText('Más corto').waitFor();
});

test('a browser that keeps no cookie is told that its message arrived', async ({ browser, desk }) => {
  const { page } = await atThePage(browser, desk, desktop, false);
  const plain = new PlainPage(page, 'en');
  await plain.write('Private window');
  await plain.ticket.waitFor();
  await page.context().clearCookies();
  await page.reload();
  await plain.problem.getByText(plain.texts.unseen).waitFor();
  expect((await conversationOf(desk, 'Private window')).words).toEqual(['Private window']);
});

test('an address without a site says so', async ({ browser, desk }) => {
  for (const [reader, isScripted] of [
    [phone, true],
    [desktop, false],
  ] as const) {
    const page = await aPerson(browser, reader, { javaScriptEnabled: isScripted });
    const answer = await page.goto(`${desk.url}/c/nobody`);
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { name: new PlainPage(page, reader.locale).texts.notFoundTitle }).waitFor();
    if (isScripted) expect(await accessibilityViolations(page)).toEqual([]);
  }
});
