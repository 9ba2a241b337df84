import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { type PageNotes, takeNotes } from './page-probe.ts';

/** The page has loaded and what it begins by itself is over. */
const settleMs = 2_000;
/** The pointer rests on the launcher before it is pressed. */
const restMs = 1_000;

/** What a visit says of the page, whether we are on it or not. */
export interface PageFigures {
  firstPaintMs: number;
  longTasks: number;
  /** What long tasks take beyond 50 ms each. */
  blockingMs: number;
  shift: number;
  /** JavaScript's heap after a collection, MB. */
  heapMb: number;
}

/** What it says of us. `isHovered`: the pointer had rested on the launcher before. */
export interface WidgetFigures {
  launcherAfterFirstPaintMs: number;
  isHovered: boolean;
  /** From the click, cold: from the pointer's arrival, until the field has the focus and is drawn. */
  clickToTypeMs: number;
  longestTaskMs: number;
  heapOpenMb: number;
  loader: RequestOfOurs[];
  requests: RequestOfOurs[];
}

/** What is fetched and then imported is there twice, the second time from the cache. */
export interface RequestOfOurs {
  file: string;
  fromMs: number;
  untilMs: number;
}

export interface VisitOptions {
  url: string;
  /** Ours, if the page has our tag. */
  desk?: string;
  isHovered?: boolean;
  cpuSlowdown: number;
}

/** A browser that has never been here looks at the page and, where we are, opens the window. */
export async function visit(browser: Browser, { url, desk, isHovered = false, cpuSlowdown }: VisitOptions) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  context.setDefaultTimeout(60_000);
  try {
    await context.addInitScript(takeNotes);
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    await page.goto(url, { waitUntil: 'load' });
    await pause(settleMs);
    const figures = await pageFigures(page, devTools);
    return desk ? { figures, ours: await openWindow(page, devTools, desk, figures, isHovered) } : { figures };
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function middleOfLauncher(): [x: number, y: number] {
  const launcher = document.querySelector('ventanilla-widget')?.shadowRoot?.querySelector('button');
  if (!launcher) throw new Error('There is no launcher.');
  const { x, y, width, height } = launcher.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}

const notesOf = (page: Page) => page.evaluate(() => (window as unknown as { notes: PageNotes }).notes);

async function pageFigures(page: Page, devTools: CDPSession): Promise<PageFigures> {
  const { longTasks, shift } = await notesOf(page);
  return {
    firstPaintMs: await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
    longTasks: longTasks.length,
    blockingMs: longTasks.reduce((sum, { ms }) => sum + ms - 50, 0),
    shift,
    heapMb: await heapMb(devTools),
  };
}

async function heapMb(devTools: CDPSession): Promise<number> {
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

async function openWindow(
  page: Page,
  devTools: CDPSession,
  desk: string,
  { firstPaintMs }: PageFigures,
  isHovered: boolean,
): Promise<WidgetFigures> {
  const [x, y] = await page.evaluate(middleOfLauncher);
  if (isHovered) {
    await page.mouse.move(x, y);
    await pause(restMs);
  }
  await page.mouse.click(x, y);
  // Locators and the driver's own waiting would bring a megabyte of scripts into the page.
  while ((await notesOf(page)).canTypeAt === 0) await pause(100);
  await pause(settleMs);
  const { launcherAt, longTasks, pointerAt, pressedAt, canTypeAt } = await notesOf(page);
  return {
    launcherAfterFirstPaintMs: launcherAt - firstPaintMs,
    isHovered,
    clickToTypeMs: canTypeAt - (isHovered ? pressedAt : pointerAt),
    longestTaskMs: Math.max(0, ...longTasks.filter(({ at }) => at >= pointerAt).map(({ ms }) => ms)),
    heapOpenMb: await heapMb(devTools),
    loader: (await requestsSince(page, `${desk}/w/`, 0)).slice(0, 1),
    /** From the pointer's arrival. */
    requests: await requestsSince(page, desk, pointerAt),
  };
}

function requestsSince(page: Page, desk: string, since: number): Promise<RequestOfOurs[]> {
  return page.evaluate(
    ([prefix, from]) =>
      performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => name.startsWith(prefix) && startTime >= from)
        .map(({ name, startTime, duration }) => ({
          file: new URL(name).pathname.replace(/^\/w\/chunks\//, ''),
          fromMs: Math.round(startTime - from),
          untilMs: Math.round(startTime + duration - from),
        })),
    [desk, since] as const,
  );
}
