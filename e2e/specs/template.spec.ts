import { expect, onTestFinished } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { atDesk } from '../fixtures/arrivals.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { type HostPage, serveHostPage } from '../fixtures/host-page.ts';
import { aPerson } from '../fixtures/people.ts';
import { aPicture } from '../fixtures/pictures.ts';
import type { Reader } from '../fixtures/reader.ts';
import { serveTaggedTemplate } from '../fixtures/templates.ts';
import { test } from '../fixtures/test.ts';
import { hasFocus } from '../pages/keyboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const hourMs = 60 * 60 * 1000;
const photo = { name: 'router.png', mimeType: 'image/png', buffer: aPicture(300, 200, [30, 120, 60]) };
const reader: Reader = { locale: 'en', theme: 'light', size: 'desktop' };

async function theOnlyOrigin(desk: Desk, { origin, close }: HostPage): Promise<string> {
  onTestFinished(close);
  await desk.changeSite({ origins: [desk.url, origin], pickUpMs: hourMs });
  return origin;
}

test('a whole chat on a template that people download, which goes on as before', async ({ browser, desk }) => {
  await desk.changeSite({ locale: 'en' });
  const template = await serveTaggedTemplate('startbootstrap-sb-admin-2', desk);
  const origin = await theOnlyOrigin(desk, template);
  const dashboard = await atDesk(browser, desk.url, desk);
  const page = await aPerson(browser, reader);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  // Its fonts and a portrait are on other people's servers.
  await page.route(/^https:/, (route) => route.abort());
  await page.goto(origin + template.path);
  const widget = new WidgetPanel(page, 'en');
  expect(await widget.launcher.boundingBox()).toMatchObject({ width: 56, height: 56 });
  await widget.open();
  expect((await widget.dialog.boundingBox())?.width).toBe(400);
  await eventually(() => hasFocus(widget.question)).toBe(true);

  await widget.ask('Template: no signal');
  await dashboard.row('Template: no signal').click();
  await dashboard.take.click();
  await dashboard.answer('Which lights are on?');
  await widget.log.getByText('Which lights are on?').waitFor();
  await widget.attach(photo);
  await widget.picked.getByText(photo.name).waitFor();
  await widget.write('These');
  await dashboard.thread.getByRole('img', { name: /router.png/ }).waitFor();
  expect(await accessibilityViolations(dashboard.page)).toEqual([]);

  // Bootstrap's dialog keeps the focus to itself, but not from somebody who writes to us.
  await page.locator('#userDropdown').click();
  await page.getByRole('link', { name: 'Logout' }).click();
  const question = page.getByRole('dialog', { name: 'Ready to Leave?' });
  await question.waitFor();
  await widget.message.click();
  await page.keyboard.type('Still here');
  expect(await widget.message.inputValue()).toBe('Still here');
  await page.keyboard.press('Enter');
  await dashboard.thread.getByText('Still here').waitFor();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'hidden' });

  await dashboard.page.getByRole('button', { name: dashboard.texts.conversation.createTicket }).click();
  await widget.ticket.getByText(widget.texts.reason.agent_decided).waitFor();
  expect((await accessibilityViolations(page)).filter((line) => line.includes('ventanilla'))).toEqual([]);
  expect(await page.evaluate('[jQuery.fn.jquery, typeof jQuery.fn.modal, typeof Chart]')).toEqual([
    '3.6.0',
    'function',
    'function',
  ]);
  expect(faults).toEqual([]);
});

test('a whole chat under a strict policy with Trusted Types', async ({ browser, desk }) => {
  const origin = await theOnlyOrigin(desk, await serveHostPage('strict-csp', desk, 'en'));
  const dashboard = await atDesk(browser, desk.url, desk);
  const page = await aPerson(browser, { ...reader, theme: 'dark' });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(origin);
  const widget = new WidgetPanel(page, 'en');
  await widget.open();
  await widget.ask('Bank: my card');
  await dashboard.row('Bank: my card').click();
  await dashboard.take.click();
  await dashboard.answer('Blocked, a new one is coming');
  await widget.log.getByText('Blocked, a new one is coming').waitFor();
  await widget.write('Thank you');
  await dashboard.thread.getByText('Thank you').waitFor();
  await dashboard.answer('You are welcome');
  await widget.button('alreadySolved').click();
  await widget.rate('good').click();
  await widget.dialog.getByText('saved').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
