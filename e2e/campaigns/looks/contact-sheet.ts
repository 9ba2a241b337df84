import { writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { captionOf, type Look, type View } from './look.ts';

export interface Shot {
  look: Look;
  view: View;
  png: Buffer;
}

/** All pictures of one screen on one page, a tongue per row, each with the words for who looks. */
export async function writeContactSheet(browser: Browser, name: string, shots: Shot[], path: string) {
  const tongues = Map.groupBy(shots, ({ look }) => look.tongue);
  const rows = [...tongues.values()].map((row) => `<div>${row.map(figureOf).join('')}</div>`);
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

function figureOf({ look, view, png }: Shot): string {
  const source = `data:image/png;base64,${png.toString('base64')}`;
  return `<figure><figcaption>${captionOf(look, view)}</figcaption><img width="${view.shownWidth}" src="${source}"></figure>`;
}

const styles = `
  main { display: inline-block; padding: 24px; background: #e9e6e0; font: 15px system-ui; }
  h1 { margin: 0 0 16px; font-size: 22px; }
  div { display: flex; gap: 24px; margin-bottom: 24px; }
  figure { margin: 0; }
  figcaption { margin-bottom: 6px; color: #555; }
  img { display: block; box-shadow: 0 0 0 1px #0002; }`;
