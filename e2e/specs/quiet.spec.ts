import { expect, onTestFinished } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { eventually } from '../fixtures/eventually.ts';
import { serveHostPage } from '../fixtures/host-page.ts';
import { countActs } from '../fixtures/page-acts.ts';
import { test } from '../fixtures/test.ts';
import { hasFocus } from '../pages/keyboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const words = 'Where is my parcel';

/** Somebody else's page until the test ends, on an origin that the site does not know. */
async function aHostPage(...args: Parameters<typeof serveHostPage>): Promise<string> {
  const { origin, close } = await serveHostPage(...args);
  onTestFinished(close);
  return origin;
}

test('until the visitor acts there is one request for the loader, and nothing else', async ({ context, desk }) => {
  const acts = await countActs(context);
  const page = await context.newPage();
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`, { waitUntil: 'load' });
  await widget.launcher.waitFor();

  expect(await acts(page)).toEqual({
    requests: [`${desk.url}/demo?lang=es`, `${desk.url}/w/${desk.site.key}.js`],
    sockets: 0,
    timers: [],
    kept: [],
  });

  // A pointer that comes near brings the panel, laid out unseen; still nobody is asked anything.
  await widget.launcher.hover();
  const panel = page.locator('ventanilla-widget .panel');
  await eventually(async () => (await panel.boundingBox())?.width).toBe(400);
  expect(await widget.dialog.isVisible()).toBe(false);
  const near = await acts(page);
  expect(near.requests.filter((url) => !url.includes('/w/chunks/'))).toHaveLength(2);
  expect(near).toMatchObject({ sockets: 0, kept: [] });

  // The same count sees all of it once there is something to say.
  await widget.open();
  expect(await acts(page)).toMatchObject({ sockets: 0, kept: [] });
  await widget.ask(words);
  await widget.ticket.waitFor();
  const { requests, sockets, timers, kept } = await acts(page);
  expect(requests.length).toBeGreaterThan(4);
  expect(sockets).toBe(1);
  expect(timers).toContain('setTimeout');
  expect(kept.toSorted()).toEqual(['database ventanilla', `storage ventanilla:${desk.site.key}`]);
});

test('what a page asks before the loader has come is done when it comes', async ({ page, desk }) => {
  const origin = await aHostPage('plain', desk, 'es');
  await page.goto(origin);
  const widget = new WidgetPanel(page, 'es');
  await widget.dialog.waitFor();

  await page.evaluate('window.opened');
  expect(await page.evaluate('window.heard')).toEqual(['open']);
});

test('Esc closes the panel and gives the focus back to the launcher', async ({ page, desk }) => {
  await page.goto(`${desk.url}/demo?lang=es`);
  const widget = new WidgetPanel(page, 'es');
  await widget.open();
  await eventually(() => hasFocus(widget.question)).toBe(true);

  await page.keyboard.press('Escape');
  await widget.dialog.waitFor({ state: 'hidden' });
  expect(await hasFocus(widget.launcher)).toBe(true);

  await page.evaluate(`ventanilla('open')`);
  await widget.dialog.waitFor();
});

test('looks and works the same on a page whose styles hide everything and whose keys do things', async ({
  page,
  desk,
}) => {
  const origin = await aHostPage('hostile-css', desk, 'en');
  await desk.changeSite({ origins: [origin] });
  await page.goto(origin);
  const widget = new WidgetPanel(page, 'en');
  expect(await widget.launcher.boundingBox()).toMatchObject({ width: 56, height: 56 });
  await widget.open();
  await widget.question.pressSequentially(words);
  await widget.button('writeToPerson').or(widget.button('leaveMessage')).click();
  await widget.message.press('Enter');
  await widget.ticket.waitFor();

  expect((await widget.dialog.boundingBox())?.width).toBe(400);
  expect(await widget.message.evaluate(looksOf)).toEqual({ transform: 'none', spacing: 'normal', size: '15px' });
  expect(await widget.launcher.evaluate(isOnTop)).toBe(true);
  expect(await page.title()).toBe('keys:');
});

test('on a page that goes from right to left sentences keep their own direction, and so do messages', async ({
  page,
  desk,
}) => {
  await page.goto(`${desk.url}/demo?lang=es`);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  const widget = new WidgetPanel(page, 'es');
  await widget.open();
  expect((await widget.launcher.boundingBox())?.x).toBeLessThan(100);
  expect(await widget.dialog.getByText(widget.texts.ask, { exact: true }).evaluate(goesRight)).toBe(true);

  await widget.ask('Otra página');
  await widget.ticket.waitFor();
  await widget.write('!مرحبا');
  const written = widget.log.getByText('!مرحبا');
  await written.waitFor();
  expect(await written.evaluate(goesRight)).toBe(false);
  expect(await widget.log.getByText('Otra página').evaluate(goesRight)).toBe(true);
});

test('a page that is not on the list is told so, and what was written stays', async ({ page, desk }) => {
  const origin = await aHostPage('plain', desk, 'es');
  await desk.changeSite({ origins: ['https://alameda.example'] });
  await page.goto(origin);
  const widget = new WidgetPanel(page, 'es');
  await widget.ask(words);

  await widget.banner.getByText(widget.texts.refused).waitFor();
  await widget.banner.getByText(`${widget.texts.refusal.origin_not_allowed}`).waitFor();
  expect(await widget.said([words])).toEqual([words]);
  expect(await accessibilityViolations(page)).toEqual([]);
});

/** Runs in the page. */
function looksOf(element: Element) {
  const { textTransform, letterSpacing, fontSize } = getComputedStyle(element);
  return { transform: textTransform, spacing: letterSpacing, size: fontSize };
}

/** Runs in the page: its first sign stands to the left of its last. */
function goesRight(element: Element): boolean {
  const text = element.lastChild as Text;
  const range = new Range();
  const xOf = (at: number) => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().x;
  };
  return xOf(0) < xOf(text.length - 1);
}

/** Runs in the page: would a click in its middle reach it? */
function isOnTop(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as ShadowRoot;
  return root.elementFromPoint(x + width / 2, y + height / 2) === element;
}
