import type { ConversationId } from '@ventanilla/shared/ids';
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { type HostPage, type HostPageName, serveHostPage } from '../fixtures/host-page.ts';
import { settledState } from '../fixtures/host-state.ts';
import { knownNames } from '../fixtures/known-names.ts';
import { aPerson } from '../fixtures/people.ts';
import type { Reader } from '../fixtures/reader.ts';
import { serveTaggedTemplate, templateNames } from '../fixtures/templates.ts';
import { test } from '../fixtures/test.ts';
import { hasFocus } from '../pages/keyboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const desktop: Reader = { locale: 'en', theme: 'light', size: 'desktop' };
/** Letters that pages like to take for shortcuts, a space, and signs that begin a search. */
const words = 'njks f?/ b';

async function listed(desk: Desk, { origin, close }: HostPage): Promise<string> {
  onTestFinished(close);
  await desk.changeSite({ locale: 'en', origins: [origin] });
  return origin;
}

async function conversationOf(desk: Desk, subject: string): Promise<ConversationId> {
  const { tickets } = await desk.call('ticket:list', {});
  const found = tickets.find((one) => one.subject === subject);
  if (!found) throw new Error(`The desk has not heard “${subject}”.`);
  return found.conversationId;
}

/** What the page throws or complains about because of us. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

interface Talk {
  name: string;
  /** A field of the page's own that can be seen, if it has one. */
  field?: Locator;
}

/**
 * Opens the window, writes key by key, sends, is answered and closes it; then somebody goes on in the page's own field
 * while another answer comes. The page is as it was all the time.
 */
async function talkOn(page: Page, desk: Desk, { name, field }: Talk): Promise<void> {
  const widget = new WidgetPanel(page, 'en');
  await widget.launcher.waitFor();
  await field?.fill('mine');
  await field?.blur();
  await page.evaluate(() => scrollTo({ top: 120, behavior: 'instant' }));
  const before = await settledState(page);
  const subject = `${name} ${words}`;

  await widget.open();
  await eventually(() => hasFocus(widget.question)).toBe(true);
  await widget.question.pressSequentially(subject);
  await widget.button('writeToPerson').or(widget.button('leaveMessage')).click();
  await widget.message.press('Enter');
  await widget.ticket.waitFor();
  const conversationId = await conversationOf(desk, subject);
  await desk.reply(conversationId, 'An answer');
  await widget.log.getByText('An answer').waitFor();
  expect(await settledState(page)).toEqual(before);

  await page.keyboard.press('Escape');
  await widget.dialog.waitFor({ state: 'hidden' });
  expect(await hasFocus(widget.launcher)).toBe(true);
  await field?.focus({ timeout: 1_000 });
  await desk.reply(conversationId, 'Another answer');
  await eventually(() => widget.launcher.getAttribute('data-unread')).toBe('1');
  if (field) expect(await hasFocus(field)).toBe(true);
  await page.evaluate(([left, top]) => scrollTo({ left, top, behavior: 'instant' }), before.scroll);
  expect(await settledState(page)).toEqual(before);
  // One, behind the page for whoever uses Tab.
  expect(await page.evaluate(`Array.from(document.body.parentElement.children, ({ localName }) => localName)`)).toEqual(
    ['head', 'body', 'ventanilla-widget'],
  );
}

const search = (page: Page) => page.getByRole('textbox').or(page.getByRole('searchbox')).first();

test.for<[name: HostPageName, hasField: boolean]>([
  ['shop', true],
  ['strict-csp', false],
  ['hostile-css', false],
  ['greedy-keys', true],
  ['right-to-left', true],
  ['two-tags', true],
])('%s stays as it was while somebody writes to us, and we work', async ([name, hasField], { browser, desk }) => {
  const origin = await listed(desk, await serveHostPage(name, desk, 'en'));
  const page = await aPerson(browser, desktop);
  const faults = faultsOf(page);
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(origin);
  await talkOn(page, desk, { name, ...(hasField && { field: search(page) }) });
  expect(faults).toEqual([]);
});

test.for(templateNames)(
  '%s, a template that people download, stays as it was, and we work',
  async (name, { browser, desk }) => {
    const template = await serveTaggedTemplate(name, desk);
    const origin = await listed(desk, template);
    const page = await aPerson(browser, desktop);
    const faults = faultsOf(page);
    // Fonts and pictures on other people's servers.
    await page.route(/^https:/, (route) => route.abort());
    await page.goto(origin + template.path);
    await talkOn(page, desk, { name });
    expect(faults).toEqual([]);
  },
);

test('a page with plain http, where browsers lack locks and more, stays as it was, and we work', async ({
  browser,
  desk,
}) => {
  const { origin, close } = await serveHostPage('shop', { ...desk, url: 'http://desk.alameda.example' }, 'en');
  onTestFinished(close);
  await desk.changeSite({ locale: 'en', origins: ['http://shop.alameda.example'] });
  const { server, close: forget } = await knownNames({
    'shop.alameda.example': Number(new URL(origin).port),
    'desk.alameda.example': Number(new URL(desk.url).port),
  });
  onTestFinished(forget);
  const page = await aPerson(browser, desktop, { proxy: { server } });
  await page.goto('http://shop.alameda.example');
  expect(await page.evaluate('[isSecureContext, "locks" in navigator]')).toEqual([false, false]);
  await talkOn(page, desk, { name: 'plain http', field: search(page) });
});

test('a page whose browser keeps nothing stays as it was, and we work', async ({ browser, desk }) => {
  const origin = await listed(desk, await serveHostPage('shop', desk, 'en'));
  const page = await aPerson(browser, desktop);
  const faults = faultsOf(page);
  await page.addInitScript(blockStorage);
  await page.goto(origin);
  await talkOn(page, desk, { name: 'nothing kept', field: search(page) });
  expect(faults).toEqual([]);
});

test('a slow line on which everything that it takes to write fails once: pressed again, we work', async ({
  browser,
  desk,
}) => {
  const origin = await listed(desk, await serveHostPage('shop', desk, 'en'));
  const page = await aPerson(browser, desktop);
  const failed = new Set<string>();
  await page.route(/\/chunks\/(panel|en|connection|talk|talk-en)-/, (route) => {
    const url = route.request().url();
    return failed.size < failed.add(url).size ? route.abort('connectionreset') : route.continue();
  });
  const devTools = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 150, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  await devTools.send('Network.emulateNetworkConditions', slow);
  await page.goto(origin);
  const widget = new WidgetPanel(page, 'en');
  await widget.launcher.click();
  await widget.launcher.getByText('Retry').waitFor();
  await talkOn(page, desk, { name: 'slow line', field: search(page) });
  expect([...failed].join()).toMatch(/panel-.*connection-/);
});

/** Runs in the page before its own scripts: as Chrome does for somebody who allows no site to keep anything. */
function blockStorage(): void {
  const refuse = () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse });
  IDBFactory.prototype.open = refuse;
  IDBFactory.prototype.databases = refuse;
}
