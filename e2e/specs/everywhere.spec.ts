import type { ConversationId } from '@ventanilla/shared/ids';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { atDesk, atWindow, desktop, phone } from '../fixtures/arrivals.ts';
import { publish } from '../fixtures/articles.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { aPerson } from '../fixtures/people.ts';
import { speakPseudo } from '../fixtures/pseudo-locale.ts';
import { test } from '../fixtures/test.ts';
import { hasFocus } from '../pages/keyboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const hourMs = 60 * 60 * 1000;

/** Taken and answered by the desk, whoever asked it. */
async function answer(desk: Desk, subject: string, words: string): Promise<ConversationId> {
  const found = (await desk.call('inbox:open', {})).conversations.find((one) => one.subject === subject);
  if (!found) throw new Error(`The desk has not heard “${subject}”.`);
  await desk.call('conversation:take', { conversationId: found.id });
  await desk.reply(found.id, words);
  return found.id;
}

test('in a language from right to left everything is turned around, and words keep the direction of their own', async ({
  browser,
  desk,
}) => {
  await desk.changeSite({ pickUpMs: hourMs });
  await atDesk(browser, desk.url, desk);
  const title = 'كيف أفهم فاتورتي الأولى؟';
  await publish(desk, {
    locale: 'en',
    slug: 'bill',
    title,
    category: 'الفواتير',
    body: 'تتضمن الفاتورة الأولى *رسوم* الشهر.',
  });
  const page = await aPerson(browser, { locale: 'en', theme: 'dark', size: 'desktop' });
  await speakPseudo(page.context());
  await page.goto(`${desk.url}/demo?lang=en`);
  const widget = new WidgetPanel(page, 'ar-XB');
  await widget.open();
  expect((await widget.launcher.boundingBox())?.x).toBe(20);
  expect((await widget.dialog.boundingBox())?.x).toBe(20);
  expect(await isLeftOf(widget.button('close'), widget.dialog.getByRole('heading').first())).toBe(true);

  await widget.listed(title).click();
  await widget.article(title).getByText('تتضمن').waitFor();
  expect(await widget.article(title).getByRole('heading', { name: title }).evaluate(goesRight)).toBe(false);
  expect(await isLeftOf(widget.button('close'), widget.button('back'))).toBe(true);
  expect(
    await widget
      .button('back')
      .locator('svg')
      .evaluate((icon) => getComputedStyle(icon).transform),
  ).toContain('-1');
  expect(await accessibilityViolations(page)).toEqual([]);
  await widget.button('back').click();

  await widget.ask('لا يوجد إنترنت!');
  await widget.button('askTicket').waitFor();
  await answer(desk, 'لا يوجد إنترنت!', 'Hello! Is the light red?');
  const [own, theirs] = [widget.log.getByText('لا يوجد إنترنت!'), widget.log.getByText('Hello! Is the light red?')];
  await theirs.waitFor();
  expect(await own.evaluate(goesRight)).toBe(false);
  expect(await theirs.evaluate(goesRight)).toBe(true);
  expect(await isLeftOf(own, theirs)).toBe(true);
  expect(await isLeftOf(widget.button('send'), widget.message)).toBe(true);
  expect(await widget.log.getByRole('time').first().textContent()).toMatch(/[٠-٩]:[٠-٩]{2}/);
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await sidewaysScrollers(widget)).toEqual([]);
});

test('enlarged to 400 %, without colours of its own, everything is in reach and can be told apart', async ({
  browser,
  desk,
}) => {
  await desk.changeSite({ pickUpMs: hourMs });
  await atDesk(browser, desk.url, desk);
  const page = await aPerson(browser, desktop, { viewport: { width: 320, height: 256 }, forcedColors: 'active' });
  await page.goto(`${desk.url}/demo?lang=es`);
  const widget = new WidgetPanel(page, 'es');
  await widget.open();
  await widget.question.fill('Se corta la llamada');
  await everyStopIsInSight(widget);
  expect(await sidewaysScrollers(widget)).toEqual([]);
  expect(await accessibilityViolations(page)).toEqual([]);

  await widget.ask('Se corta la llamada');
  await widget.button('askTicket').waitFor();
  await everyStopIsInSight(widget);
  await answer(desk, 'Se corta la llamada', 'Lo miro ahora');
  const [own, theirs] = [widget.log.getByText('Se corta la llamada'), widget.log.getByText('Lo miro ahora')];
  await theirs.waitFor();
  await everyStopIsInSight(widget);
  expect(await own.evaluate(borderOf)).not.toBe(await theirs.evaluate(borderOf));
  await widget.message.fill(Array.from({ length: 12 }, (_, line) => `Línea ${line}`).join('\n'));
  await everyStopIsInSight(widget);
  expect(await sidewaysScrollers(widget)).toEqual([]);
  expect(await accessibilityViolations(page)).toEqual([]);

  for (const state of ['blocked', 'offline', 'incident', 'rated']) {
    await page.goto(`${desk.url}/demo/states?state=${state}&locale=es&scheme=light`);
    await page.locator(`[data-shown=${state}]`).waitFor();
    await eventually(() => widget.dialog.getAttribute('aria-modal')).toBe('true');
    if (state === 'offline') expect(await widget.button('tryNow').evaluate(isOnTop)).toBe(true);
    await everyStopIsInSight(widget);
    expect(await sidewaysScrollers(widget)).toEqual([]);
  }
  expect(await widget.rate('good').evaluate(borderOf)).not.toBe(await widget.rate('bad').evaluate(borderOf));
});

test('on a phone it is the whole screen, makes room for the keyboard, and goes when the system says back', async ({
  browser,
  desk,
}) => {
  await desk.changeSite({ pickUpMs: hourMs });
  await atDesk(browser, desk.url, desk);
  const widget = await atWindow(browser, desk, phone);
  const { page, dialog } = widget;
  await eventually(() => dialog.getAttribute('aria-modal')).toBe('true');
  const before = await page.evaluate(() => [history.length, location.href]);
  expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await widget.ask('The phone: hello');
  await widget.button('askTicket').waitFor();
  const steps = Array.from({ length: 40 }, (_, step) => `Step ${step}`).join('\n');
  await answer(desk, 'The phone: hello', steps);
  await widget.log.getByText('Step 39').waitFor();
  for (const field of await dialog.locator('input:visible, textarea:visible').all())
    expect(await field.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))).toBeGreaterThanOrEqual(16);

  // A keyboard of 400 px comes up, as the browser tells of it, and goes again.
  await showKeyboard(page, 400);
  await eventually(async () => (await dialog.boundingBox())?.height).toBe(444);
  expect(await bottomOf(widget.message)).toBeLessThanOrEqual(444);
  expect(await widget.log.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight)).toBeLessThanOrEqual(
    1,
  );
  await showKeyboard(page, 0);
  await eventually(async () => (await dialog.boundingBox())?.height).toBe(844);

  // Neither fingers nor the focus get to the page behind it.
  const cdp = await page.context().newCDPSession(page);
  for (const y of [30, 300]) {
    const swipe = { x: 200, y, yDistance: -250, gestureSourceType: 'touch' } as const;
    await cdp.send('Input.synthesizeScrollGesture', swipe);
  }
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const focused = () => dialog.evaluate((panel) => panel.contains((panel.getRootNode() as ShadowRoot).activeElement));
  for (const key of [...Array(8).fill('Tab'), ...Array(8).fill('Shift+Tab')]) {
    await page.keyboard.press(key);
    expect(await focused()).toBe(true);
  }
  expect(await accessibilityViolations(page)).toEqual([]);

  // What the system calls back is Escape on this one. The page is where it was, and so is its history.
  await dialog.evaluate(loseFocus);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await hasFocus(widget.launcher)).toBe(true);
  expect(await page.evaluate(() => [history.length, location.href])).toEqual(before);

  // Beside the page it takes no key that was pressed there.
  await page.setViewportSize({ width: 900, height: 844 });
  await widget.open();
  await dialog.evaluate(loseFocus);
  await page.keyboard.press('Escape');
  expect(await dialog.isVisible()).toBe(true);
  expect(await dialog.getAttribute('aria-modal')).toBeNull();
});

test('nothing moves for whoever wants it still', async ({ browser, product }) => {
  const page = await aPerson(browser, phone);
  await page.goto(`${product.url}/demo/states?state=agentTyping&locale=en&scheme=dark`);
  await page.getByRole('img', { name: 'Marta Ruiz is writing' }).waitFor();
  const moving = () =>
    page.evaluate(() => document.querySelector('ventanilla-widget')?.shadowRoot?.getAnimations().length);
  expect(await moving()).toBe(0);
  // The count would see it.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await eventually(moving).toBeGreaterThan(0);
});

/** Runs in the page: afterwards keys go to the page and not to the panel. */
function loseFocus(panel: Element): void {
  ((panel.getRootNode() as ShadowRoot).activeElement as HTMLElement).blur();
}

async function isLeftOf(one: Locator, other: Locator): Promise<boolean> {
  const [left, right] = [await one.boundingBox(), await other.boundingBox()];
  if (!left || !right) throw new Error('It is not to be seen.');
  return left.x < right.x;
}

async function bottomOf(one: Locator): Promise<number> {
  const box = await one.boundingBox();
  return box ? box.y + box.height : Number.POSITIVE_INFINITY;
}

/** Whatever has to be scrolled sideways to be read. */
function sidewaysScrollers(widget: WidgetPanel): Promise<string[]> {
  return widget.dialog.evaluate((panel) =>
    [panel, ...panel.querySelectorAll('.body, .log, textarea, form')]
      .filter((one) => one.scrollWidth > one.clientWidth)
      .map((one) => `${one.className}: ${one.scrollWidth} > ${one.clientWidth}`),
  );
}

/** With Tab through the whole panel and around: each stop is on the screen, is not covered, and can be seen to have the focus. */
async function everyStopIsInSight({ page, dialog }: WidgetPanel): Promise<void> {
  const seen = new Set<string>();
  await dialog.focus();
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await dialog.evaluate(lookAtFocus);
    if (seen.has(stop.name)) break;
    seen.add(stop.name);
    expect(stop, stop.name).toMatchObject({ isInSight: true, isMarked: true });
  }
  expect(seen.size).toBeGreaterThan(2);
}

/** Runs in the page. */
function lookAtFocus(panel: Element) {
  const root = panel.getRootNode() as ShadowRoot;
  const focused = root.activeElement as HTMLElement;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  const marks = [focused, focused.closest('.composer') ?? focused].map((one) => getComputedStyle(one));
  return {
    name: `${focused.tagName} ${focused.className} ${focused.ariaLabel ?? focused.textContent}`,
    isInSight: top >= 0 && bottom <= innerHeight && focused.contains(root.elementFromPoint(x, y)),
    isMarked: marks.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px'),
  };
}

/** Runs in the page. */
function borderOf(element: Element): string {
  const { borderWidth, borderColor } = getComputedStyle(element);
  return `${borderWidth} ${borderColor}`;
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

/** No browser on a desk has a keyboard on its screen: what a phone says of its visual viewport is said by hand. */
function showKeyboard(page: Page, height: number): Promise<void> {
  return page.evaluate((covered) => {
    Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => innerHeight - covered });
    visualViewport?.dispatchEvent(new Event('resize'));
  }, height);
}

/** Runs in the page: can it be pressed as it is, without scrolling to it? */
function isOnTop(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  return (element.getRootNode() as ShadowRoot).elementFromPoint(x + width / 2, y + height / 2) === element;
}
