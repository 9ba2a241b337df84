import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { atDesk, desktop } from '../fixtures/arrivals.ts';
import { answers, publishAnswers } from '../fixtures/articles.ts';
import { eventually } from '../fixtures/eventually.ts';
import { aPerson } from '../fixtures/people.ts';
import { listenTo } from '../fixtures/screen-reader.ts';
import { test } from '../fixtures/test.ts';
import { hasFocus, tabTo } from '../pages/keyboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const hourMs = 60 * 60 * 1000;
const question = 'La luz LOS del router está en rojo';
const photo = { name: 'luces.txt', mimeType: 'text/plain', buffer: Buffer.from('LOS en rojo') };

/** Gets there with Tab alone and presses Enter. */
async function enter(target: Locator): Promise<void> {
  await tabTo(target.page(), target);
  await target.page().keyboard.press('Enter');
}

/** Days and hours are those of the run, ticket numbers those of its installation. */
function timeless(line: string): string {
  return line
    .replaceAll(/\d{1,2}:\d{2}/g, 'h:mm')
    .replaceAll(/(hoy|mañana|el \p{L}+(, \d+ de \p{L}+)?) (antes de|a) las? h:mm/gu, '<cuándo>')
    .replaceAll(/(Hoy, |Del )\d+ de \p{L}+( de \d+)?/gu, '$1<fecha>')
    .replaceAll(/VEN-\d+/g, 'VEN-n');
}

test('a visitor does everything without a mouse, and hears all of it', async ({ browser, desk }) => {
  await desk.changeSite({ name: 'Alameda Fibra', pickUpMs: hourMs });
  await publishAnswers(desk);
  await atDesk(browser, desk.url, desk);
  const widget = new WidgetPanel(await aPerson(browser, { ...desktop, theme: 'dark' }), 'es');
  const { page, texts } = widget;
  const { keyboard } = page;
  const reader = await listenTo(page);
  const fine = async () => expect(await accessibilityViolations(page)).toEqual([]);

  const transcript: string[] = [];
  /** What was heard since the last step, where the focus is, and, if asked for, all that can be read now. */
  async function tell(step: string, isRead = true): Promise<void> {
    const heard = (await reader.heard()).map((words) => `  announced: ${words}`);
    const read = isRead ? (await reader.read()).map((line) => `    ${line}`) : [];
    const lines = [...heard, `  focus: ${await reader.focus()}`, ...(isRead ? ['  to be read:'] : []), ...read];
    transcript.push(`${transcript.length > 0 ? '\n' : ''}${step}`, ...lines.map(timeless));
  }

  await page.goto(`${desk.url}/demo?lang=es`);
  await enter(widget.launcher);
  await eventually(() => hasFocus(widget.question)).toBe(true);
  const [lights, others] = answers.es.map(({ title }) => title);
  await widget.listed(others ?? '').waitFor();
  await tell('The window is opened.');

  await keyboard.type('luz del router en rojo');
  await widget.likely(lights ?? '').waitFor();
  await widget.dialog.locator('.excerpt').waitFor();
  await eventually(() => widget.dialog.locator('[aria-live]').textContent()).toContain('artículo');
  await tell('A question is typed.');

  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await widget
    .article(lights ?? '')
    .getByText('Apaga el router')
    .waitFor();
  await tell('The article that may answer it is opened.');

  await enter(widget.helpedNo);
  await widget.dialog.getByText(texts.faq.sorry).waitFor();
  await tell('It did not help.', false);

  await enter(widget.dialog.getByRole('button', { name: texts.writeToPerson }));
  await eventually(() => hasFocus(widget.message)).toBe(true);
  await tell('So a person is asked.');

  await keyboard.press('Control+a');
  await keyboard.type(question);
  await keyboard.press('Enter');
  await widget.log.getByText('Eres el 1.º').waitFor();
  await tell('The question is sent, and waits.');

  const { conversations } = await desk.call('inbox:open', {});
  const conversationId = conversations[0]?.id;
  if (!conversationId) throw new Error('The desk has heard nothing.');
  await desk.call('conversation:take', { conversationId });
  await desk.reply(conversationId, 'Hola. ¿Me mandas lo que pone en el router?');
  await widget.log.getByText('¿Me mandas').waitFor();
  await widget.button('alreadySolved').waitFor();
  await tell('Somebody takes it, and answers.');

  const chosen = page.waitForEvent('filechooser');
  await enter(widget.button('attach'));
  await (await chosen).setFiles([photo]);
  await widget.picked.waitFor();
  await tell('A file is chosen.');
  await tabTo(page, widget.message);
  await keyboard.type('Aquí va');
  await keyboard.press('Enter');
  await widget.file(photo.name).waitFor();
  await widget.log.getByText(texts.sent).last().waitFor();
  await tell('It is sent.');

  await desk.reply(conversationId, 'Ya está: era el cable.');
  await widget.log.getByText('era el cable').waitFor();
  await desk.call('conversation:end', { conversationId });
  await widget.ending('yes').waitFor();
  await fine();
  await tell('It is answered, and ended.');

  await enter(widget.ending('yes'));
  await widget.rate('good').waitFor();
  await fine();
  await tell('It is solved.');

  await enter(widget.rate('good'));
  await widget.dialog.getByText('«Bien» guardado').waitFor();
  await tabTo(page, widget.dialog.getByRole('textbox', { name: texts.ending.why.good }));
  await keyboard.type('Rápido');
  await enter(widget.ending('sendComment'));
  await widget.dialog.getByText(texts.ending.savedComment).waitFor();
  await fine();
  await tell('It is rated, with a comment.');

  await enter(widget.ending('notSolved'));
  await widget.ticket.getByText(texts.reason.not_solved).waitFor();
  await fine();
  await tell('It was not solved: now it is a ticket.');

  await keyboard.press('Escape');
  await widget.dialog.waitFor({ state: 'hidden' });
  await eventually(() => hasFocus(widget.launcher)).toBe(true);
  await tell('The window is closed.', false);

  await expect(`${transcript.join('\n')}\n`).toMatchFileSnapshot('transcripts/visitor.es.txt');
});
