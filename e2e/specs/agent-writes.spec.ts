import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { aPerson } from '../fixtures/people.ts';
import { type SlowLine, slowLine } from '../fixtures/slow-line.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

/** What Socket.IO puts before the answer to a command; events look otherwise. */
const acknowledgement = /^43/;

/** A visitor's question, open before the administrator. */
async function anOpenQuestion(browser: Browser, desk: Desk, question: string): Promise<[Dashboard, SlowLine]> {
  const page = await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' });
  const visitor = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'light', size: 'phone' }), 'es');
  await desk.signIn(page.context());
  const line = await slowLine(page);
  const dashboard = new Dashboard(page, 'es');
  await page.goto(`${desk.url}/dashboard`);
  await dashboard.queue.waitFor();
  await visitor.page.goto(`${desk.url}/demo`);
  await visitor.open();
  await visitor.ask(question);
  await dashboard.row(question).click();
  await dashboard.thread.getByText(question).waitFor();
  return [dashboard, line];
}

test('a note that was saved does not come back into a reply, however fast the next key follows', async ({
  browser,
  desk,
}) => {
  const note = 'No le digáis todavía que hay avería';
  const [dashboard] = await anOpenQuestion(browser, desk, '¿Cuándo viene el técnico?');
  await dashboard.page.keyboard.press('n');
  await dashboard.note.fill(note);
  await dashboard.note.evaluate(saveAndReplyBeforeTheNextPaint);

  await dashboard.thread.getByText(note).waitFor();
  expect(await dashboard.reply.inputValue()).toBe('');
});

test('a reply that is heard of before it is acknowledged stands there once', async ({ browser, desk }) => {
  const reply = 'El jueves por la tarde';
  const [dashboard, line] = await anOpenQuestion(browser, desk, '¿Y la visita?');
  const { sending } = dashboard.texts.composer;
  line.hold(acknowledgement);
  await dashboard.answer(reply);

  await dashboard.thread.getByText(reply).first().waitFor();
  await eventually(() => dashboard.said([reply, sending])).toEqual([reply]);
  line.release();
  expect(await dashboard.said([reply, sending])).toEqual([reply]);
});

test('signing out asks about what is not sent, and leaves nothing of it in the browser or on the other tab’s lips', async ({
  browser,
  desk,
}) => {
  const [dashboard] = await anOpenQuestion(browser, desk, '¿Me llamáis vosotros?');
  const { page, texts } = dashboard;
  const otherTab = new Dashboard(await page.context().newPage(), 'es');
  await otherTab.page.goto(`${desk.url}/dashboard`);
  await otherTab.queue.waitFor();
  const kept = () => page.evaluate("Object.keys(localStorage).filter((name) => name.includes(':draft'))");

  await dashboard.reply.fill('A medias');
  await eventually(kept).toHaveLength(1);
  await dashboard.pressSignOut();
  const question = page.getByRole('dialog', { name: texts.me.signOut });
  await question.getByRole('button', { name: texts.common.cancel }).click();
  expect(await dashboard.reply.inputValue()).toBe('A medias');
  await dashboard.pressSignOut();
  await question.getByRole('button', { name: texts.me.signOutAnyway }).click();
  await dashboard.signInButton.waitFor();
  await eventually(kept).toEqual([]);
  await otherTab.page.getByText(otherTab.texts.door.ended, { exact: true }).waitFor();
});

/** Three key presses with nothing but settled promises between them: quicker than any screen is drawn. */
async function saveAndReplyBeforeTheNextPaint(field: HTMLElement | SVGElement): Promise<void> {
  const press = (target: EventTarget, init: KeyboardEventInit) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  press(field, { key: 'Enter', ctrlKey: true });
  for (let turn = 0; turn < 10; turn++) await undefined;
  press(field, { key: 'Escape' });
  press(document.body, { key: 'r' });
}
