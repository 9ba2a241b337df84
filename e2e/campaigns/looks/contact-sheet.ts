import { writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { everyReader, type Reader } from '../../fixtures/reader.ts';
import type { Screen } from './screen.ts';

export interface Shot {
  reader: Reader;
  png: Buffer;
}

// A panel is looked at as it is, pages are smaller.
const widths = {
  widget: { desktop: 460, phone: 390 },
  page: { desktop: 720, phone: 390 },
  dashboard: { desktop: 960, phone: 390 },
};

/** All pictures of one screen on one page, a language per row, each with the words for who looks. */
export async function writeContactSheet(browser: Browser, { name, front }: Screen, shots: Shot[], path: string) {
  const figures = everyReader.map((reader) => {
    const shot = shots.find((candidate) => candidate.reader === reader);
    const { locale, theme, size } = reader;
    const source = shot === undefined ? '' : `src="data:image/png;base64,${shot.png.toString('base64')}"`;
    return `<figure><figcaption>${locale} · ${theme} · ${size}</figcaption><img width="${widths[front][size]}" ${source}></figure>`;
  });
  const half = figures.length / 2;
  const rows = [figures.slice(0, half), figures.slice(half)].map((row) => `<div>${row.join('')}</div>`);
  const context = await browser.newContext({ viewport: { width: 400, height: 400 } });
  try {
    const page = await context.newPage();
    await page.setContent(
      `<!doctype html><title>${name}</title><style>${styles}</style><main><h1>${name}</h1>${rows.join('')}</main>`,
    );
    await page
      .locator('img')
      .evaluateAll((images) =>
        Promise.all(images.map((image) => (image as HTMLImageElement).decode().catch(() => {}))),
      );
    await writeFile(path, await page.locator('main').screenshot());
  } finally {
    await context.close();
  }
}

const styles = `
  main { display: inline-block; padding: 24px; background: #e9e6e0; font: 15px system-ui; }
  h1 { margin: 0 0 16px; font-size: 22px; }
  div { display: flex; gap: 24px; margin-bottom: 24px; }
  figure { margin: 0; }
  figcaption { margin-bottom: 6px; color: #555; }
  img { display: block; box-shadow: 0 0 0 1px #0002; }`;
