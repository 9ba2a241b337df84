import { fill } from '@ventanilla/shared/i18n/fill';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { eventually } from '../fixtures/eventually.ts';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const question = 'La factura de noviembre está repetida';

/** One red dot: the smallest picture there is. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);
const files = [
  { name: 'luces.png', mimeType: 'image/png', buffer: dot },
  { name: 'medidas.txt', mimeType: 'text/plain', buffer: Buffer.from('-21 dBm') },
];

test('an agent sends files, works on a ticket by name and by key, and finds it again in a list', async ({
  browser,
  desk,
}) => {
  const page = await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' });
  await desk.signIn(page.context());
  const dashboard = new Dashboard(page, 'es');
  const words = dashboard.texts;
  await page.goto(`${desk.url}/dashboard`);
  await dashboard.queue.waitFor();
  const visitor = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'light', size: 'phone' }), 'es');
  await visitor.page.goto(`${desk.url}/demo?lang=es`);
  await visitor.open();
  await visitor.ask(question);
  await dashboard.row(question).waitFor();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: words.palette.title });
  await palette.getByRole('combobox').fill('factura noviembre');
  await palette.getByRole('option', { name: question }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await dashboard.thread.getByText(question).waitFor();

  await page.getByRole('form', { name: words.composer.label }).locator('input[type=file]').setInputFiles(files);
  const tray = page.getByRole('form', { name: words.composer.label }).getByRole('list', { name: words.files.list });
  await tray.getByText('medidas.txt').waitFor();
  await dashboard.answer('Mira esto');
  const picture = dashboard.thread.getByRole('img', { name: fill(words.files.picture, { name: 'luces.png' }) });
  await picture.waitFor();
  await eventually(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
  const download = page.waitForEvent('download');
  await dashboard.thread.getByRole('link', { name: 'medidas.txt' }).click();
  expect((await download).suggestedFilename()).toBe('medidas.txt');

  await page.getByRole('button', { name: words.conversation.createTicket }).click();
  const number = await page.locator('.ticket-card header b').textContent();
  await page.keyboard.press('Control+k');
  await palette.getByRole('combobox').fill(number ?? '');
  await page.keyboard.press('Enter');
  await dashboard.history.waitFor();
  await page.getByRole('button', { name: words.common.more }).click();
  await page.getByRole('menuitem', { name: words.conversation.make.pending }).click();
  await dashboard.history.getByText(words.status.pending.toLowerCase()).waitFor();
  await page.getByRole('combobox', { name: words.ticket.type }).selectOption('incident');
  await dashboard.history.getByText(words.type.incident.toLowerCase()).waitFor();
  const { high } = words.priority;
  const cell = fill(words.ticket.cell, { urgency: words.urgency.high, impact: words.impact.normal, priority: high });
  await page.getByRole('table', { name: words.ticket.matrix }).getByRole('button', { name: cell }).click();
  await dashboard.history.getByText(high.toLowerCase()).first().waitFor();
  await page.getByRole('button', { name: words.ticket.override }).click();
  const otherwise = page.getByRole('dialog', { name: words.ticket.overrideTitle });
  await otherwise.getByRole('radio', { name: words.priority.urgent }).check();
  await otherwise.getByRole('textbox').fill('Es un centro de salud');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await dashboard.history.getByText('Es un centro de salud').waitFor();
  await page.keyboard.press('e');
  await page.getByRole('button', { name: words.conversation.reopen }).click();
  await page.getByRole('button', { name: words.conversation.resolve }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);

  await dashboard.go('tickets');
  await page.getByRole('combobox', { name: words.tickets.reason }).selectOption('visitor_left');
  await page.getByText(words.tickets.emptyFilter).waitFor();
  await page.getByRole('combobox', { name: words.tickets.reason }).selectOption('agent_decided');
  await page.getByRole('combobox', { name: words.tickets.type }).selectOption('incident');
  await page.getByRole('combobox', { name: words.tickets.order }).selectOption('priority');
  await page.getByRole('link', { name: question }).waitFor();
  await page.getByRole('row', { name: words.priority.urgent }).waitFor();
  expect(new URL(page.url()).search).toContain('reason=agent_decided');
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('an agent writes an article, publishes it, and it is found; the settings know where the tag is', async ({
  browser,
  desk,
}) => {
  const page = await aPerson(browser, { locale: 'es', theme: 'dark', size: 'desktop' });
  await desk.signIn(page.context());
  const dashboard = new Dashboard(page, 'es');
  const { articles, article, site } = dashboard.texts;
  await page.goto(`${desk.url}/dashboard`);
  await dashboard.queue.waitFor();

  await dashboard.go('articles');
  await page.getByRole('heading', { name: articles.empty }).waitFor();
  await page.getByRole('button', { name: articles.write }).first().click();
  await page.getByRole('dialog').getByRole('textbox').fill('¿Por qué parpadea la luz roja?');
  await page.getByRole('button', { name: articles.create }).click();
  await page.getByRole('textbox', { name: article.body }).fill('## Prueba esto\n1. **Apágalo**.\n2. Espera.');
  const sheet = page.getByRole('region', { name: article.preview });
  await sheet.getByRole('heading', { name: 'Prueba esto' }).waitFor();
  expect(await sheet.getByRole('listitem').allTextContents()).toEqual(['Apágalo.', 'Espera.']);
  await page.getByRole('textbox', { name: article.addPhrasing }).fill('el router hace guiños');
  await page.getByRole('textbox', { name: article.addPhrasing }).press('Enter');
  await page.getByRole('button', { name: article.publish, exact: true }).click();
  await page.getByText(article.published).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  const { hits } = await desk.call('article:find', {
    siteId: desk.site.id,
    locale: desk.site.locale,
    query: 'el router hace guiños',
  });
  expect(hits.map(({ title }) => title)).toEqual(['¿Por qué parpadea la luz roja?']);

  const visitor = new WidgetPanel(await aPerson(browser, { locale: 'en', theme: 'light', size: 'desktop' }), 'en');
  await visitor.page.goto(`${desk.url}/demo?lang=en`);
  await visitor.open();
  await dashboard.go('settings');
  await page.getByRole('button', { name: site.checkAgain }).click();
  const { host } = new URL(desk.url);
  await page.getByText(fill(site.verdict.live, { host })).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
});
