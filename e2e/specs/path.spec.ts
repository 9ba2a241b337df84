import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { eventually } from '../fixtures/eventually.ts';
import { aPerson } from '../fixtures/people.ts';
import { startProduct } from '../fixtures/product.ts';
import { recordEverything } from '../fixtures/recorder.ts';
import { slowLine } from '../fixtures/slow-line.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { hasFocus, tabTo } from '../pages/keyboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const password = 'una ventanilla abierta';
const marta = { name: 'Marta Ruiz', email: 'marta@alameda.example', password };
const diego = { name: 'Diego Arnau', email: 'diego@alameda.example', password };

const first = 'Hola, desde ayer no tengo internet';
const answer = 'Hola. Al router no le llega señal';
const note = 'La ONT responde, mirad el puerto de Benimaclet';
const whileDown = '¿Sigues ahí? La luz LOS parpadea';
const answerWhileDown = 'Sigo aquí, dame un minuto';
const thanks = 'Perfecto, muchas gracias';
const talk = [first, answer, whileDown, answerWhileDown];

const asked = 'My invoice was charged twice';
const added = 'The second charge is of 3 November';

async function lookFine(...pages: Page[]): Promise<void> {
  for (const page of pages) expect(await accessibilityViolations(page), page.url()).toEqual([]);
}

test('from a script tag to a numbered ticket, with two visitors and two agents at once', { timeout: 170_000 }, async ({
  browser,
}) => {
  const data = await mkdtemp(join(tmpdir(), 'ventanilla-data-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  let product = await startProduct({ data });
  onTestFinished(() => product.kill());
  const { url, port } = product;

  const martasPage = await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' });
  const diegosPage = await aPerson(browser, { locale: 'en', theme: 'dark', size: 'phone' });
  const lucia = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'dark', size: 'desktop' }), 'es');
  const oliver = new WidgetPanel(await aPerson(browser, { locale: 'en', theme: 'light', size: 'phone' }), 'en');
  const desk = new Dashboard(martasPage, 'es');
  const phone = new Dashboard(diegosPage, 'en');
  const line = await slowLine(diegosPage);
  const luciasBrowser = recordEverything(lucia.page.context());

  // The first administrator, by the link on the server's console; a colleague, by the administrator's link.
  await desk.setUp(await product.setUpLink(), marta);
  await lookFine(martasPage);
  await phone.join(await desk.invite(diego), password);
  await lookFine(martasPage, diegosPage);

  // A visitor who uses no mouse asks something; both agents see it without doing anything.
  await lucia.page.goto(`${url}/demo`);
  await tabTo(lucia.page, lucia.launcher);
  await lucia.page.keyboard.press('Enter');
  await eventually(() => hasFocus(lucia.question)).toBe(true);
  await lookFine(lucia.page);
  await lucia.page.keyboard.type(first);
  await lucia.page.keyboard.press('Enter');
  await eventually(() => hasFocus(lucia.message)).toBe(true);
  await lucia.page.keyboard.press('Enter');
  await lucia.button('askTicket').waitFor();
  await lookFine(lucia.page);
  await martasPage.keyboard.press('g');
  await martasPage.keyboard.press('i');
  await desk.queue.getByRole('link', { name: first }).waitFor();
  await phone.queue.getByRole('link', { name: first }).click();
  await phone.take.waitFor();
  await lookFine(martasPage, diegosPage);

  // Both want it: the one who comes second is told who has it.
  line.hold();
  await martasPage.keyboard.press('j');
  await tabTo(martasPage, desk.take);
  await martasPage.keyboard.press('Enter');
  await martasPage.getByText(desk.texts.conversation.ofYou).waitFor();
  await phone.take.click();
  line.release();
  await diegosPage
    .getByRole('status')
    .filter({ hasText: `${marta.name} already has it.` })
    .waitFor();

  // A second visitor, whom nobody will take.
  await desk.setPickUpTime('0,17');
  await lookFine(martasPage);
  await oliver.page.goto(`${url}/demo?lang=en`);
  await oliver.open();
  await lookFine(oliver.page);
  await oliver.ask(asked);
  await oliver.button('askTicket').waitFor();

  // The answer to the first reaches the visitor, the note only the team.
  await desk.go('inbox');
  await desk.row(first).click();
  await desk.thread.getByText(first).waitFor();
  await martasPage.keyboard.press('n');
  await martasPage.keyboard.type(note);
  await martasPage.keyboard.press('Control+Enter');
  await martasPage.keyboard.press('Escape');
  await martasPage.keyboard.press('r');
  await martasPage.keyboard.type(answer);
  await martasPage.keyboard.press('Control+Enter');
  await lucia.log.getByText(answer).waitFor();
  await eventually(() => phone.said([first, note, answer])).toEqual([first, note, answer]);
  await lookFine(martasPage, diegosPage, lucia.page);
  expect(await lucia.page.content()).not.toContain(note);
  expect(await luciasBrowser.text()).toContain(answer);
  expect(await luciasBrowser.text()).not.toContain(note);

  // In time the second one becomes a number, for them and for the team.
  await oliver.ticket.waitFor({ timeout: 40_000 });
  const slip = (await oliver.ticket.textContent()) ?? '';
  const number = /VEN-\d+/.exec(slip)?.[0] ?? '';
  expect(slip).toMatch(/VEN-\d+.*In the hands of the team.*Answer (today|tomorrow|on .+) by \d/s);
  await lookFine(oliver.page);

  await martasPage.keyboard.press('Escape');
  await desk.go('tickets');
  const row = martasPage.getByRole('row', { name: number });
  await row.waitFor();
  expect(await row.textContent()).toContain(asked);
  await lookFine(martasPage);
  await tabTo(martasPage, row.getByRole('link', { name: asked }));
  await martasPage.keyboard.press('Enter');
  await desk.history.getByText(number).waitFor();
  expect(await desk.history.textContent()).toContain(desk.texts.reason.not_picked_up);
  await lookFine(martasPage);

  await oliver.write(added);
  await eventually(() => desk.said([asked, added])).toEqual([asked, added]);

  // The server goes away in the middle: what is written meanwhile arrives, once.
  await desk.go('inbox');
  await desk.row(answer).click();
  await desk.thread.getByText(answer).waitFor();
  await product.kill();
  await lucia.banner.getByText(/./).waitFor();
  await lucia.write(whileDown);
  await lookFine(lucia.page);
  await martasPage.getByText(desk.texts.connection.offlineHint).waitFor();
  await lookFine(martasPage);
  product = await startProduct({ data, port });
  await eventually(() => desk.said([first, answer, whileDown])).toEqual([first, answer, whileDown]);
  await desk.answer(answerWhileDown);
  await eventually(() => lucia.said(talk)).toEqual(talk);

  // A reload keeps everything, once and in order.
  await lucia.page.reload();
  await lucia.open();
  await lucia.openConversation(first);
  await eventually(() => lucia.said(talk)).toEqual(talk);
  await lookFine(lucia.page);
  await oliver.page.reload();
  await oliver.open();
  await oliver.openConversation(asked);
  await eventually(() => oliver.said([asked, added])).toEqual([asked, added]);
  expect(await oliver.ticket.textContent()).toContain(number);

  // Whoever signs out hears nothing more, in no tab.
  const otherTab = await diegosPage.context().newPage();
  const heard = recordEverything(diegosPage.context());
  const other = new Dashboard(otherTab, 'en');
  await otherTab.goto(`${url}/dashboard`);
  await other.row(answerWhileDown).waitFor();
  await phone.signOut();
  await other.signInButton.waitFor();
  await lookFine(diegosPage);
  await lucia.write(thanks);
  await desk.thread.getByText(thanks).waitFor();
  expect(await heard.text()).toContain(answerWhileDown);
  expect(await heard.text()).not.toContain(thanks);

  const health = await martasPage.context().request.get(`${url}/api/v1/health/no-dead-end`);
  expect(await health.json()).toMatchObject({
    data: { overdueDeadlines: 0, endedWithoutOutcome: 0, ticketedWithoutTicket: 0, twoOpenTickets: 0 },
  });
});
