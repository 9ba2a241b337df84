import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { embedTag } from '@ventanilla/shared/entities/site';
import { type Browser, chromium } from 'playwright-core';
import { launchBrowser } from '../fixtures/browser.ts';
import { openDesk } from '../fixtures/desk.ts';
import { serveTemplate, type TemplateName, versionOf } from '../fixtures/templates.ts';
import { type Certificate, edgeBefore, makeCertificate, trustIn } from './widget/edge.ts';
import { type Compared, compare, type Round, type Spread, spreadOf } from './widget/figures.ts';
import { type LineSpeed, narrowLine } from './widget/narrow-line.ts';
import { type PageFigures, visit, type WidgetFigures } from './widget/visit.ts';

const cpuSlowdown = 4;
const speed: LineSpeed = { rttMs: 150, downKbit: 1600, upKbit: 750 };
const hostPage: TemplateName = 'startbootstrap-sb-admin-2';

/** Fonts and pictures on other people's servers are no part of it. The driver's routes would switch the browser's cache off. */
const alone = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** What is hoped for, at the median; nothing fails when it is missed. */
const aims = {
  launcherAfterFirstPaintMs: 200,
  clickToTypeColdMs: 300,
  clickToTypeHoveredMs: 50,
  heapClosedMoreMb: 0.25,
  heapOpenMoreMb: 1,
  longTasksMore: 0,
  shiftMore: 0,
};

type Closer = () => Promise<unknown>;

/**
 * What the widget costs a page: the built product, in a real browser with a slow processor and a slow line, beside the
 * same page without it. Rounds of A B B A, so that each has a comparison of A with A; the first round only warms up.
 */
export async function benchWidget(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '5' } } });
  const rounds = Number(values.rounds);
  const source = sourceOfProduct();
  const closers: Closer[] = [];
  try {
    const { browser, pages, desk } = await setUp(closers);
    const without: PageFigures[][] = [];
    const withUs: PageFigures[][] = [];
    const ours: WidgetFigures[] = [];
    for (let round = 0; round <= rounds; round++) {
      const a = await visit(browser, { url: pages.without, cpuSlowdown });
      const cold = await visit(browser, { url: pages.with, desk, cpuSlowdown });
      const hovered = await visit(browser, { url: pages.with, desk, isHovered: true, cpuSlowdown });
      const a2 = await visit(browser, { url: pages.without, cpuSlowdown });
      if (round === 0) continue;
      without.push([a.figures, a2.figures]);
      withUs.push([cold.figures, hovered.figures]);
      for (const { ours: one } of [cold, hovered]) if (one) ours.push(one);
      process.stdout.write(`round ${round} of ${rounds}\n`);
    }
    const report = {
      ...source,
      ...circumstances(browser, rounds),
      page: pageReport(without, withUs),
      widget: widgetReport(without, ours),
      aims,
      // Of the first round: the shape of it, not a figure.
      loader: ours[0]?.loader[0],
      requestsOfAColdClick: ours[0]?.requests ?? [],
    };
    print(report.page, report.widget);
    await writeFile(join(import.meta.dirname, 'widget.json'), `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function setUp(closers: Closer[]) {
  const desk = await openDesk();
  closers.push(desk.close);
  const certificate = await makeCertificate();
  const url = await behindSlowLine(Number(new URL(desk.url).port), certificate, 'localhost', closers);
  const page = async (tag: string) => {
    const { origin, path, close } = await serveTemplate(hostPage, tag, 'head');
    closers.push(close);
    return (await behindSlowLine(Number(new URL(origin).port), certificate, '127.0.0.1', closers)) + path;
  };
  const pages = { without: await page(''), with: await page(embedTag(url, desk.site.key)) };
  await desk.changeSite({ origins: [new URL(pages.with).origin] });
  const { endpoint, close } = await launchBrowser({ args: [trustIn(certificate), alone] });
  closers.push(close);
  return { browser: await chromium.connect(endpoint), pages, desk: url };
}

/** Its address as a browser far away has it: https, by this name. */
async function behindSlowLine(
  port: number,
  certificate: Certificate,
  host: string,
  closers: Closer[],
): Promise<string> {
  const edge = await edgeBefore(port, certificate);
  const line = await narrowLine(edge.port, speed);
  closers.push(edge.close, line.close);
  return `https://${host}:${line.port}`;
}

function pageReport(without: PageFigures[][], withUs: PageFigures[][]): Record<keyof PageFigures, Compared> {
  const of = (name: keyof PageFigures, digits?: number) => {
    const rounds = without.map(([a, a2], index): Round => {
      const [b, b2] = withUs[index] ?? [];
      return [a, b, b2, a2].map((figures) => figures?.[name] ?? 0) as unknown as Round;
    });
    return compare(rounds, digits);
  };
  return {
    firstPaintMs: of('firstPaintMs'),
    longTasks: of('longTasks'),
    blockingMs: of('blockingMs'),
    shift: of('shift', 4),
    heapMb: of('heapMb', 3),
  };
}

function widgetReport(without: PageFigures[][], ours: WidgetFigures[]) {
  const cold = ours.filter(({ isHovered }) => !isHovered);
  const hovered = ours.filter(({ isHovered }) => isHovered);
  const heapAlone = spreadOf(
    without.flat().map(({ heapMb }) => heapMb),
    3,
  ).median;
  return {
    launcherAfterFirstPaintMs: spreadOf(ours.map((one) => one.launcherAfterFirstPaintMs)),
    clickToTypeColdMs: spreadOf(cold.map((one) => one.clickToTypeMs)),
    clickToTypeHoveredMs: spreadOf(hovered.map((one) => one.clickToTypeMs)),
    longestTaskOfOpeningMs: spreadOf(ours.map((one) => one.longestTaskMs)),
    heapOpenMoreMb: spreadOf(
      ours.map((one) => one.heapOpenMb - heapAlone),
      3,
    ),
  };
}

function circumstances(browser: Browser, rounds: number) {
  return {
    date: new Date().toISOString(),
    node: process.version,
    chromium: browser.version(),
    machine: { cores: cpus().length, model: cpus()[0]?.model ?? '' },
    line: speed,
    cpuSlowdown,
    hostPage: `${hostPage} ${versionOf(hostPage)}`,
    rounds,
  };
}

function sourceOfProduct() {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const isClean = git('status', '--porcelain', '--', 'widget', 'server', 'shared') === '';
  return { commit: git('rev-parse', '--short', 'HEAD'), isClean };
}

function print(page: ReturnType<typeof pageReport>, widget: ReturnType<typeof widgetReport>): void {
  const row = (name: string, ...cells: string[]) =>
    process.stdout.write(`${name.padEnd(26)}${cells.map((cell) => cell.padStart(24)).join('')}\n`);
  const spread = (value: Spread | null) => (value ? `${value.min} · ${value.median} · ${value.max}` : '–');
  row('min · median · max', 'without', 'with', 'with − without', 'A − A', 'with ÷ without', 'A ÷ A');
  for (const [name, one] of Object.entries(page)) {
    const { more, moreBetweenEqual, ratio, ratioBetweenEqual } = one;
    row(name, ...[one.without, one.with, more, moreBetweenEqual, ratio, ratioBetweenEqual].map(spread));
  }
  const aimOf: Record<string, number> = aims;
  for (const [name, value] of Object.entries(widget)) {
    row(name, spread(value), name in aimOf ? `aim ≤ ${aimOf[name]}` : '');
  }
}
