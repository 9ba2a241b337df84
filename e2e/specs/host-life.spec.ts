import type { BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { type HostPageName, serveHostPage } from '../fixtures/host-page.ts';
import { countLiveObjects, type LiveObjects } from '../fixtures/live-objects.ts';
import { keepAccount, type Leftovers } from '../fixtures/page-leftovers.ts';
import { test } from '../fixtures/test.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const times = 50;

/** A page at its origin, and a count of everything that is there: the browser's, and ours by name. */
async function counted(context: BrowserContext, desk: Desk, name: HostPageName) {
  const { origin, close } = await serveHostPage(name, desk, 'es');
  onTestFinished(close);
  await desk.changeSite({ origins: [origin] });
  const account = await keepAccount(context);
  const page = await context.newPage();
  await page.goto(origin);
  const live = await countLiveObjects(page);
  const all = async (): Promise<LiveObjects & Leftovers> => ({ ...(await live()), ...(await account(page)) });
  return { page, widget: new WidgetPanel(page, 'es'), all };
}

async function ask(widget: WidgetPanel, question: string): Promise<void> {
  await widget.open();
  await widget.ask(question);
  await widget.ticket.waitFor();
}

test('an application that boots and destroys it fifty times is left as it was', async ({ context, desk }) => {
  const { page, widget, all } = await counted(context, desk, 'app');
  await page.evaluate('addTag()');
  // With a conversation, so that each one connects as well.
  await ask(widget, 'Cincuenta veces');
  await page.evaluate(cycle, 3);
  await eventually(all).toMatchObject({ widgets: 0, listeners: [], timers: 0, openSockets: 0 });
  const before = await all();
  await page.evaluate(cycle, times);
  await eventually(all).toEqual(before);

  // And it still works.
  await page.evaluate(`ventanilla('boot')`);
  await widget.open();
  await widget.openConversation('Cincuenta veces');
});

test('fifty changes of the route neither disturb the window nor leave anything behind', async ({ context, desk }) => {
  const { page, widget, all } = await counted(context, desk, 'app');
  await page.evaluate('addTag()');
  await ask(widget, 'Voy de página en página');
  await widget.message.fill('Aún escribo');
  await page.evaluate(route, 3);
  await settled(page);
  const before = await all();
  const pages = await page.evaluate('history.length');
  await page.evaluate(route, times);
  await eventually(all).toEqual(before);
  expect(await page.evaluate('history.length')).toBe(Math.min(50, Number(pages) + times));
  expect(await widget.message.inputValue()).toBe('Aún escribo');
  await widget.message.press('Enter');
  await widget.log.getByText('Aún escribo').waitFor();
});

test('a site that swaps its body fifty times keeps one window, and its conversation', async ({ context, desk }) => {
  const { page, widget, all } = await counted(context, desk, 'body-swap');
  await ask(widget, 'Cambian el cuerpo');
  await widget.message.fill('Aún escribo');
  await page.evaluate(swap, 3);
  await settled(page);
  const before = await all();
  expect(before.widgets).toBe(1);
  await page.evaluate(swap, times);
  await eventually(all).toEqual(before);
  expect(await widget.message.inputValue()).toBe('Aún escribo');
  await widget.message.press('Enter');
  await widget.log.getByText('Aún escribo').waitFor();
});

/** What comes some seconds after the connection has come. */
async function settled(page: Page): Promise<void> {
  await eventually(() =>
    page.evaluate(`performance.getEntriesByType('resource').map(({ name }) => name).join()`),
  ).toMatch(/sharing-/);
}

type Call = (...call: unknown[]) => Promise<unknown>;

/**
 * Runs in the page. What was there last hangs on to the page's global until something else comes, with as many listeners as it
 * happened to have: so that is one that was never opened.
 */
async function cycle(times: number): Promise<void> {
  const verb: Call = (...call) => (window as unknown as { ventanilla: Call }).ventanilla(...call);
  for (let time = 0; time < times; time++) {
    await verb('boot');
    await verb('open');
    await verb('destroy');
  }
  await verb('boot');
  await verb('destroy');
}

/** Runs in the page. */
async function route(times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    history.pushState({}, '', `/page/${time}`);
    const main = document.createElement('main');
    main.append(document.createElement('h1'), document.createElement('input'));
    document.querySelector('main')?.replaceWith(main);
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
}

/** Runs in the page. */
async function swap(times: number): Promise<void> {
  const { swap } = window as unknown as { swap: (path: string) => Promise<void> };
  for (let time = 0; time < times; time++) await swap(`/page/${time}`);
}
