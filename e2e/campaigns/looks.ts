import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axeFindings } from '../fixtures/accessibility.ts';
import { everyReader, type Reader } from '../fixtures/reader.ts';
import { closedScreens } from './looks/closed-screens.ts';
import { type Shot, writeContactSheet } from './looks/contact-sheet.ts';
import { dashboardScreens } from './looks/dashboard-screens.ts';
import { fullPageScreens } from './looks/full-page-screens.ts';
import { type Screen, type Stage, visit } from './looks/screen.ts';
import { openStage } from './looks/stage.ts';
import { ticketScreens } from './looks/ticket-screens.ts';
import { widgetScreens } from './looks/widget-screens.ts';

/**
 * Every screen in every language, theme and size: axe on each, and a sheet with its pictures to look at. Exits 1 when a
 * screen has a serious finding, is wider than its window, or could not be reached. Names or parts of names as arguments
 * choose screens; only a run of all of them is written down.
 */
const root = join(import.meta.dirname, '../..');
const sheets = join(root, 'node_modules/.cache/looks');
const lanes = 2;

interface Finding {
  what: string;
  /** Who saw it, e.g. `es dark phone`. */
  seenBy: string[];
}

interface Result {
  name: string;
  shots: number;
  serious: Finding[];
  other: Finding[];
}

const wanted = process.argv.slice(2);
const screens = [...widgetScreens, ...ticketScreens, ...closedScreens, ...fullPageScreens, ...dashboardScreens].filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
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
const bad = results.filter(({ serious }) => serious.length > 0);
for (const { serious, other } of results) {
  for (const { what, seenBy } of [...serious, ...other])
    process.stdout.write(`  ${what}\n      ${seenBy.join(', ')}\n`);
}
process.stdout.write(
  `\n${screens.length} screens, ${results.reduce((sum, { shots }) => sum + shots, 0)} pictures, ${bad.length} with serious findings; sheets in ${sheets}\n`,
);
if (wanted.length === 0)
  await writeFile(join(import.meta.dirname, 'looks.json'), `${JSON.stringify(report(), null, 2)}\n`);
process.exit(bad.length === 0 ? 0 : 1);

async function work(left: Screen[]): Promise<void> {
  for (let screen = left.shift(); screen !== undefined; screen = left.shift()) {
    const result = await lookAt(screen, stage);
    results.push(result);
    const { name, shots, serious, other } = result;
    process.stdout.write(
      `${name.padEnd(30)} ${String(shots).padStart(2)} pictures  ${serious.length} serious  ${other.length} other\n`,
    );
  }
}

async function lookAt(screen: Screen, on: Stage): Promise<Result> {
  const shots: Shot[] = [];
  const serious = new Map<string, string[]>();
  const other = new Map<string, string[]>();
  for (const reader of everyReader) {
    const note = (findings: Map<string, string[]>, what: string) =>
      findings.set(what, [...(findings.get(what) ?? []), Object.values(reader).join(' ')]);
    try {
      await visit(on, reader, async (by) => {
        const page = await screen.show(by);
        for (const { line, isSerious } of await axeFindings(page)) note(isSerious ? serious : other, line);
        if (await isTooWide(page)) note(serious, 'wider than its window');
        shots.push({ reader, png: await takePicture(page, screen, reader) });
      });
    } catch (error) {
      note(serious, `could not be reached: ${String(error).split('\n')[0]}`);
    }
  }
  await writeContactSheet(on.browser, screen, shots, join(sheets, `${screen.name}.png`));
  const rows = (findings: Map<string, string[]>) => [...findings].map(([what, seenBy]) => ({ what, seenBy }));
  return { name: screen.name, shots: shots.length, serious: rows(serious), other: rows(other) };
}

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

/** Of the widget on a large screen only its corner. */
function takePicture(page: Page, { front }: Screen, { size }: Reader): Promise<Buffer> {
  const clip = { x: 1440 - 460, y: 900 - 740, width: 460, height: 740 };
  return page.screenshot(front === 'widget' && size === 'desktop' ? { clip } : {});
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
    readers: everyReader.map((reader) => Object.values(reader).join(' ')),
    screens: results,
  };
}
