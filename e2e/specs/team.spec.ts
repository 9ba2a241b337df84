import { fill } from '@ventanilla/shared/i18n/fill';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';

test('an administrator moves a colleague to another site, and cannot leave a site alone', async ({ browser, desk }) => {
  const diego = await desk.colleague({ name: 'Diego Arnau', email: 'diego@alameda.example' });
  const { site: shop } = await desk.call('site:create', {
    name: 'La tienda',
    origins: ['https://tienda.example'],
    locale: 'es',
    accent: '#0f766e',
    position: 'end',
    timeZone: 'Europe/Madrid',
    openingHours: desk.site.openingHours,
    pickUpMs: 60_000,
    firstReplyMinutes: 60,
  });
  const page = await aPerson(browser, { locale: 'es', theme: 'dark', size: 'desktop' });
  await desk.signIn(page.context());
  const diegosPage = await aPerson(browser, { locale: 'es', theme: 'light', size: 'phone' });
  await diego.signIn(diegosPage.context());
  const { team, common: words } = new Dashboard(page, 'es').texts;
  const phone = new Dashboard(diegosPage, 'es');
  await diegosPage.goto(`${desk.url}/dashboard`);
  await phone.queue.waitFor();
  await page.goto(`${desk.url}/dashboard/settings/team`);

  await page.getByRole('button', { name: fill(team.changeSites, { name: 'Diego Arnau' }) }).click();
  const dialog = page.getByRole('dialog', { name: fill(team.sitesTitle, { name: 'Diego Arnau' }) });
  await dialog.getByRole('checkbox', { name: shop.name }).check();
  await dialog.getByRole('checkbox', { name: desk.site.name }).uncheck();
  expect(await accessibilityViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.save }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: 'Diego Arnau' }).getByText(shop.name).waitFor();

  // What he sees follows without his doing anything.
  await phone.go('settings');
  await diegosPage.getByRole('link', { name: shop.name }).waitFor();
  expect(await diegosPage.getByRole('link', { name: desk.site.name }).count()).toBe(0);

  await page.getByRole('button', { name: fill(team.changeSites, { name: 'Marta Ruiz' }) }).click();
  await page.getByRole('checkbox', { name: desk.site.name }).uncheck();
  await page.getByRole('button', { name: words.save }).click();
  await page.getByRole('alert').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
});
