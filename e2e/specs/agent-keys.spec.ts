import { expect } from 'vitest';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const question = '¿Cuándo viene el técnico?';
const note = 'No le digáis todavía que hay avería';

test('a note that was saved does not come back into a reply, however fast the next key follows', async ({
  browser,
  desk,
}) => {
  const page = await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' });
  const visitor = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'light', size: 'phone' }), 'es');
  await desk.signIn(page.context());
  const dashboard = new Dashboard(page, 'es');
  await page.goto(`${desk.url}/dashboard`);
  await dashboard.queue.waitFor();
  await visitor.page.goto(`${desk.url}/demo`);
  await visitor.open();
  await visitor.ask(question);
  await dashboard.row(question).click();
  await dashboard.thread.getByText(question).waitFor();

  await page.keyboard.press('n');
  await dashboard.note.fill(note);
  await dashboard.note.evaluate(saveAndReplyBeforeTheNextPaint);

  await dashboard.thread.getByText(note).waitFor();
  expect(await dashboard.reply.inputValue()).toBe('');
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
