import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Response } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';
import { answers, publishAnswers } from '../fixtures/articles.ts';
import { eventually } from '../fixtures/eventually.ts';
import { aPerson } from '../fixtures/people.ts';
import { startProduct } from '../fixtures/product.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

/** The most that may travel until each state, bytes of bodies as they came (brotli). */
const limits = {
  'widget: launcher on screen': 1_000,
  'widget: question can be typed': 12_000,
  'widget: first message delivered': 24_000,
  'widget: who comes back, more': 11_000,
  "widget: a ticket's card, more": 2_500,
  'widget: comforts of a talk, more': 4_000,
  'widget: one line for all tabs, more': 1_500,
  'widget: on a small screen, more': 1_200,
  'widget: articles, more at home': 5_000,
  'widget: articles, more on focus': 6_000,
  'dashboard: first list, scripts': 40_000,
};
type State = keyof typeof limits;

const measured = new Map<State, number>();

afterAll(() => {
  for (const [state, bytes] of measured) {
    process.stdout.write(`${state.padEnd(36)} ${String(bytes).padStart(7)} of ${limits[state]} bytes\n`);
  }
});

/** Adds up what a real browser received, not a list kept by hand; `also` leaves out what this state does not wait for. */
function count(page: Page, counts: (response: Response) => boolean) {
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (counts(response)) responses.push(response);
  });
  return async (also: (response: Response) => boolean = () => true) => {
    const sizes = await Promise.all(
      responses.filter(also).map(async (response) => {
        await response.finished();
        // What comes from the cache has not travelled; its size is then negative.
        return Math.max(0, (await response.request().sizes()).responseBodySize);
      }),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  };
}

function within(state: State, bytes: number): void {
  measured.set(state, bytes);
  expect(bytes, state).toBeGreaterThan(0);
  expect(bytes, state).toBeLessThanOrEqual(limits[state]);
}

test('the widget is as light as promised', async ({ browser, product }) => {
  const page = await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' });
  const isOurs = (response: Response) => /\/(w|api|socket\.io)\//.test(new URL(response.url()).pathname);
  const received = count(page, isOurs);
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${product.url}/demo`);
  await widget.launcher.waitFor();
  within('widget: launcher on screen', await received());

  await widget.open();
  await widget.question.waitFor();
  // The next screen, the connection and the promise are fetched behind the panel, and the field does not wait for them.
  const isPanel = (response: Response) => !/\/(talk|connection)-[^/]*$|\/api\//.test(response.url());
  within('widget: question can be typed', await received(isPanel));

  await widget.ask('¿Cuánto pesáis?');
  await widget.log.getByText('¿Cuánto pesáis?').waitFor();
  await widget.ticket.waitFor();
  // Nobody is there, so it is a ticket at once; its card comes after the message has arrived, and so does what makes a
  // conversation comfortable.
  const isCard = (response: Response) => /\/ticket-[^/]*$/.test(response.url());
  const isComfort = (response: Response) => /\/comfort-[^/]*$/.test(response.url());
  const isLater = (response: Response) => isCard(response) || isComfort(response);
  within('widget: first message delivered', await received((response) => !isLater(response)));

  // The same visitor on another day, with nothing in the cache.
  const storageState = await page.context().storageState({ indexedDB: true });
  const context = await browser.newContext({ locale: 'es-ES', storageState });
  onTestFinished(() => context.close());
  const later = await context.newPage();
  const more = count(later, (response) => isOurs(response) && !/\/w\/\w+\.js$/.test(response.url()));
  const connected = later.waitForEvent('websocket');
  await later.goto(`${product.url}/demo`);
  await (await connected).waitForEvent('framereceived', (frame) => String(frame.payload).startsWith('43/visitor'));
  within('widget: who comes back, more', await more());
  within("widget: a ticket's card, more", await received(isCard));
  within('widget: comforts of a talk, more', await received(isComfort));
  const isSharing = (response: Response) => /\/sharing-[^/]*$/.test(response.url());
  await eventually(() => received(isSharing)).not.toBe(0);
  within('widget: one line for all tabs, more', await received(isSharing));
});

test('articles cost what was promised, and only where there are some', async ({ browser, desk }) => {
  await publishAnswers(desk);
  const page = await aPerson(browser, { locale: 'es', theme: 'light', size: 'phone' });
  const isOf = (part: RegExp) => (response: Response) => part.test(new URL(response.url()).pathname);
  const received = count(page, isOf(/\/(w|api)\//));
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.listed(answers.es[0]?.title ?? '').waitFor();
  within('widget: articles, more at home', await received(isOf(/\/(faq-[^/]*|article\/popular)$/)));

  const isAdapted = isOf(/\/adapt-[^/]*$/);
  await eventually(() => received(isAdapted)).not.toBe(0);
  within('widget: on a small screen, more', await received(isAdapted));

  // On a phone the field has no focus until somebody touches it.
  const isSearch = isOf(/\/search-[^/]*$/);
  expect(await received(isSearch)).toBe(0);
  await Promise.all([page.waitForResponse(isSearch), widget.question.click()]);
  within('widget: articles, more on focus', await received(isSearch));
});

test("the dashboard's first list is as light as promised", async ({ browser }) => {
  const data = await mkdtemp(join(tmpdir(), 'ventanilla-size-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  const product = await startProduct({ data });
  onTestFinished(() => product.kill());
  const page = await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' });
  const desk = new Dashboard(page, 'es');
  const marta = { name: 'Marta Ruiz', email: 'marta@alameda.example', password: 'una ventanilla abierta' };
  await desk.setUp(await product.setUpLink(), marta);

  // Signed in, with nothing in the cache.
  const context = await browser.newContext({ locale: 'es-ES', storageState: await page.context().storageState() });
  onTestFinished(() => context.close());
  const fresh = await context.newPage();
  const received = count(fresh, (response) => response.request().resourceType() === 'script');
  await fresh.goto(`${product.url}/dashboard/`);
  await new Dashboard(fresh, 'es').queue.waitFor();
  within('dashboard: first list, scripts', await received());
});
