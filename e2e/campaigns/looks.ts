import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { closedScreens } from './looks/closed-screens.ts';
import { type Shot, writeContactSheet } from './looks/contact-sheet.ts';
import { dashboardScreens } from './looks/dashboard-screens.ts';
import { fullPageScreens } from './looks/full-page-screens.ts';
import { captionOf, type Look, pageLooks, widgetLooks } from './looks/look.ts';
import { type Screen, type Stage, visit } from './looks/screen.ts';
import { openStage } from './looks/stage.ts';
import { stateScreens } from './looks/state-screens.ts';
import { ticketScreens } from './looks/ticket-screens.ts';
import { widgetScreens } from './looks/widget-screens.ts';

/**
 * Every screen in every language, theme and size, the widget also from right to left: axe on each, and a sheet with its
 * pictures to look at. Exits 1 when axe finds anything, a screen is wider than its window, or could not be reached. Names or
 * parts of names as arguments choose screens; only a run of all of them is written down.
 */
const root = join(import.meta.dirname, '../..');
const sheets = join(root, 'node_modules/.cache/looks');
const lanes = 2;

interface Finding {
  what: string;
  /** Who saw it, e.g. `es dark phone`, `ar-XB light 360`. */
  seenBy: string[];
}

interface Result {
  name: string;
  shots: number;
  findings: Finding[];
}

const wanted = process.argv.slice(2);
const screens = [
  ...widgetScreens,
  ...stateScreens,
  ...ticketScreens,
  ...closedScreens,
  ...fullPageScreens,
  ...dashboardScreens,
].filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
await rm(sheets, { recursive: true, force: true });
await mkdir(sheets, { recursive: true });

const source = sourceOfProduct();
const stage = await openStage();
const results: Result[] = [];
try {
  const left = [...screens];
  await Promise.all(Array.from({ length: lanes }, () => work(left)));
} finally {
  await stage.close();
}

results.sort((a, b) => (a.name < b.name ? -1 : 1));
const bad = results.filter(({ findings }) => findings.length > 0);
for (const { findings } of results) {
  for (const { what, seenBy } of findings) process.stdout.write(`  ${what}\n      ${seenBy.join(', ')}\n`);
}
process.stdout.write(
  `\n${screens.length} screens, ${results.reduce((sum, { shots }) => sum + shots, 0)} pictures, ${bad.length} with findings; sheets in ${sheets}\n`,
);
if (wanted.length === 0)
  await writeFile(join(import.meta.dirname, 'looks.json'), `${JSON.stringify(report(), null, 2)}\n`);
process.exit(bad.length === 0 ? 0 : 1);

async function work(left: Screen[]): Promise<void> {
  for (let screen = left.shift(); screen !== undefined; screen = left.shift()) {
    const result = await lookAt(screen, stage);
    results.push(result);
    const { name, shots, findings } = result;
    process.stdout.write(`${name.padEnd(30)} ${String(shots).padStart(2)} pictures  ${findings.length} findings\n`);
  }
}

async function lookAt(screen: Screen, on: Stage): Promise<Result> {
  const shots: Shot[] = [];
  const found = new Map<string, string[]>();
  const note = (what: string, caption: string) => found.set(what, [...(found.get(what) ?? []), caption]);
  for (const look of looksAt(screen)) {
    let caption: string = look.tongue;
    try {
      await visit(on, look, async (by) => {
        const page = await screen.show(by);
        for (const view of look.views) {
          caption = captionOf(look, view);
          await page.setViewportSize(view.viewport);
          for (const line of await accessibilityViolations(page)) note(line, caption);
          if (await isTooWide(page)) note('wider than its window', caption);
          shots.push({ look, view, png: await page.screenshot(view.clip ? { clip: view.clip } : {}) });
        }
      });
    } catch (error) {
      note(`could not be reached: ${String(error).split('\n')[0]}`, caption);
    }
  }
  await writeContactSheet(on.browser, screen.name, shots, join(sheets, `${screen.name}.png`));
  return {
    name: screen.name,
    shots: shots.length,
    findings: [...found].map(([what, seenBy]) => ({ what, seenBy })),
  };
}

function looksAt(screen: Screen): Look[] {
  if (screen.front === 'widget') return widgetLooks(screens.indexOf(screen));
  return pageLooks(screen.front === 'page' ? 720 : 960);
}

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

/** Asked at the beginning: somebody may go on working while the pictures are taken. */
function sourceOfProduct() {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  return {
    commit: git('rev-parse', '--short', 'HEAD'),
    isClean: git('status', '--porcelain', '--', 'widget', 'dashboard', 'server', 'shared') === '',
  };
}

function report() {
  return {
    ...source,
    chromium: stage.browser.version(),
    screens: results,
  };
}
