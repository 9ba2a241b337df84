import { fill } from '@ventanilla/shared/i18n/fill';
import type { ArticleId } from '@ventanilla/shared/ids';
import { expect, onTestFinished } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { answers, publish, publishAnswers } from '../fixtures/articles.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { serveHostPage } from '../fixtures/host-page.ts';
import { identityToken } from '../fixtures/identity.ts';
import { countActs } from '../fixtures/page-acts.ts';
import { aPerson } from '../fixtures/people.ts';
import type { Reader } from '../fixtures/reader.ts';
import { test as base } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { hasFocus, tabTo } from '../pages/keyboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const [red, lights, bill] = answers.es.map(({ title }) => title) as [string, string, string];
const [redEn, , billEn] = answers.en.map(({ title }) => title) as [string, string, string];
const forStaff = 'Códigos de la central';
const forCustomers = 'Cambiar la contraseña del área de cliente';

/** The articles of the desk's site: eight for everybody, one for customers who are signed in, one for agents. */
const test = base.extend('written', { scope: 'file' }, async ({ desk }) => {
  const ids = await publishAnswers(desk);
  const body = 'Esto no es para cualquiera.';
  await publish(desk, { locale: 'es', title: forStaff, audience: 'staff', body });
  await publish(desk, { locale: 'es', title: forCustomers, audience: 'signed_in', body });
  return ids;
});

async function opened(page: Parameters<typeof accessibilityViolations>[0], desk: Desk, locale: Reader['locale']) {
  const widget = new WidgetPanel(page, locale);
  await page.goto(`${desk.url}/demo?lang=${locale}`);
  await widget.open();
  return widget;
}

async function countsOf(desk: Desk, articleId: ArticleId | undefined) {
  if (!articleId) throw new Error('It was never written.');
  const { views, helpfulYes, helpfulNo } = (await desk.call('article:open', { articleId })).article;
  return { views, helpfulYes, helpfulNo };
}

test('somebody finds the answer while typing, reads it, says that it helped, and leaves', async ({
  context,
  desk,
  written,
}) => {
  const acts = await countActs(context);
  const page = await context.newPage();
  const widget = await opened(page, desk, 'es');
  await widget.listed(lights).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);

  // Without an accent, and with a typing error.
  await widget.question.fill('factrua primera');
  await widget.listed(bill).or(widget.likely(bill)).waitFor();
  await widget.question.fill('Luz LOS del roter en rojo');
  await widget.likely(red).waitFor();
  await widget.dialog.locator('.answer .excerpt').waitFor();
  expect(await widget.dialog.locator('mark').first().textContent()).toBe('luz');
  expect(await accessibilityViolations(page)).toEqual([]);

  await widget.likely(red).click();
  const article = widget.article(red);
  await article.getByRole('heading', { name: 'Qué hacer' }).waitFor();
  expect(await article.getByRole('listitem').count()).toBeGreaterThanOrEqual(4);
  const link = article.getByRole('link', { name: /estado de la red/ });
  expect(await link.getAttribute('rel')).toBe('noopener');
  expect(await link.getAttribute('target')).toBe('_blank');
  expect(await accessibilityViolations(page)).toEqual([]);
  await widget.helpedYes.click();
  await widget.dialog.getByText(widget.texts.faq.thanks).waitFor();
  expect(await widget.helpedYes.getAttribute('aria-pressed')).toBe('true');
  expect(await accessibilityViolations(page)).toEqual([]);

  const { sockets, kept } = await acts(page);
  expect({ sockets, kept }).toEqual({ sockets: 0, kept: [] });
  await page.close();
  await eventually(() => countsOf(desk, written.es[0])).toEqual({ views: 1, helpfulYes: 1, helpfulNo: 0 });

  // At the desk nobody has written, and the article's row has the voice.
  await desk.signIn(context);
  const dashboard = new Dashboard(await context.newPage(), 'es');
  await dashboard.page.goto(`${desk.url}/dashboard/articles`);
  const { fewVotes } = dashboard.texts.articles;
  const row = dashboard.page.getByRole('row', { name: red });
  await eventually(() => row.textContent()).toContain(fill(fewVotes.one, { count: 1 }));
  expect((await desk.call('inbox:open', {})).conversations).toEqual([]);
});

test('what was not helped goes on to a person, with what was asked', async ({ browser, desk, written }) => {
  const page = await aPerson(browser, { locale: 'es', theme: 'dark', size: 'desktop' });
  const widget = await opened(page, desk, 'es');
  const asked = '¿por qué pago más en la primera factura?';
  await widget.question.fill(asked);
  await widget.listed(bill).or(widget.likely(bill)).click();
  await widget.helpedNo.click();
  await widget.dialog.getByText(widget.texts.faq.sorry).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);

  await widget.button('writeToPerson').click();
  await widget.message.waitFor();
  expect(await widget.message.inputValue()).toBe(asked);
  await widget.button('send').click();
  // Whether it waits or is a ticket by now depends on who was there a moment ago.
  await eventually(async () => {
    const { conversations } = await desk.call('inbox:open', {});
    const { tickets } = await desk.call('ticket:list', {});
    return [...conversations, ...tickets].map(({ subject }) => subject);
  }).toEqual([asked]);
  await eventually(() => countsOf(desk, written.es[2])).toEqual({ views: 1, helpfulYes: 0, helpfulNo: 1 });
});

test('with the keyboard alone, in English, on a small dark screen', async ({ browser, desk, written }) => {
  const page = await aPerson(browser, { locale: 'en', theme: 'dark', size: 'phone' });
  const widget = new WidgetPanel(page, 'en');
  await page.goto(`${desk.url}/demo?lang=en`);
  await tabTo(page, widget.launcher);
  await page.keyboard.press('Enter');
  await widget.listed(redEn).waitFor();
  await tabTo(page, widget.question);
  await page.keyboard.press('ArrowDown');
  expect(await hasFocus(widget.listed(redEn))).toBe(true);
  await page.keyboard.press('ArrowUp');
  expect(await hasFocus(widget.question)).toBe(true);

  await page.keyboard.type('understandng first bil');
  await widget.listed(billEn).or(widget.likely(billEn)).waitFor();
  await page.keyboard.press('Enter');
  await widget.dialog.getByText(/^(One article|\d articles)$/).waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await widget.article(billEn).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await tabTo(page, widget.helpedNo);
  await page.keyboard.press('Space');
  await tabTo(page, widget.button('leaveMessage').or(widget.button('writeToPerson')));
  expect(written.en).toHaveLength(4);

  // Back home, everything is as it was.
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, widget.button('back'));
  await page.keyboard.press('Enter');
  await widget.listed(billEn).or(widget.likely(billEn)).waitFor();
  expect(await widget.question.inputValue()).toBe('understandng first bil');
});

test('what nobody has written about is said calmly, and counted once', async ({ browser, desk, written }) => {
  const page = await aPerson(browser, { locale: 'en', theme: 'light', size: 'desktop' });
  const widget = await opened(page, desk, 'en');
  await widget.listed(redEn).waitFor();
  await widget.question.fill('zebra crossing insurance');
  await widget.dialog.getByRole('heading', { name: widget.texts.faq.none }).waitFor();
  await widget.question.press('Enter');
  await widget.question.press('Enter');
  expect(await accessibilityViolations(page)).toEqual([]);
  await widget.button('writeToPerson').click();
  await widget.message.waitFor();

  const missed = async () => {
    const { misses } = await desk.call('miss:list', { siteId: desk.site.id, locale: 'en' });
    return misses.map(({ text, count }) => [text, count]);
  };
  await eventually(missed).toEqual([['zebra crossing insurance', 1]]);
  expect(written.en).toHaveLength(4);
});

test('what is not for everybody is never seen by anybody else', async ({ page, desk, written }) => {
  const heard: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/'))
      void response.text().then(
        (text) => heard.push(text),
        () => {},
      );
  });
  const widget = await opened(page, desk, 'es');
  await widget.listed(red).waitFor();
  for (const title of [forStaff, forCustomers]) {
    await widget.question.fill(title);
    await Promise.all([page.waitForResponse(/unfinished=no/), widget.question.press('Enter')]);
    expect(await widget.listed(title).or(widget.likely(title)).count()).toBe(0);
  }
  await widget.question.fill('router');
  await widget.listed(lights).or(widget.likely(lights)).waitFor();
  expect(heard.join('\n')).not.toMatch(new RegExp(`${forStaff}|${forCustomers}`));
  expect(written.es).toHaveLength(4);
});

test('[KB1] who the site vouches for finds what is for its customers, until they sign out', async ({
  page,
  desk,
  written,
}) => {
  const widget = await opened(page, desk, 'es');
  await widget.listed(red).waitFor();
  const token = await identityToken(desk, { sub: 'customer 9', name: 'Nerea Olmo', email: 'nerea@example.com' });
  await page.evaluate(`ventanilla('identify', { token: '${token}' })`);
  await widget.question.fill(forCustomers);
  await widget.listed(forCustomers).or(widget.likely(forCustomers)).first().waitFor();
  await widget.question.fill(forStaff);
  await Promise.all([page.waitForResponse(/unfinished=no/), widget.question.press('Enter')]);
  expect(await widget.listed(forStaff).or(widget.likely(forStaff)).count()).toBe(0);

  // Nothing of theirs is open and nothing is connected; they are gone all the same, in the other tab as well [PR1].
  const other = await opened(await page.context().newPage(), desk, 'es');
  await other.page.evaluate(`ventanilla('identify', { token: '${token}' })`);
  await page.evaluate(`ventanilla('shutdown')`);
  await other.dialog.waitFor({ state: 'hidden' });
  for (const tab of [widget, other]) {
    await tab.open();
    await tab.question.fill(forCustomers);
    await Promise.all([tab.page.waitForResponse(/unfinished=no/), tab.question.press('Enter')]);
    expect(await tab.listed(forCustomers).or(tab.likely(forCustomers)).count()).toBe(0);
  }
  expect(await other.page.evaluate(keptSessions)).toBe(0);
  expect(written.es).toHaveLength(4);
});

/** On a page: how many visitors this browser knows. */
function keptSessions(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ventanilla');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('sessions').objectStore('sessions').count();
      counting.onsuccess = () => resolve(counting.result);
    };
  });
}

test('a page can open a search or an article', async ({ page, desk, written }) => {
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.launcher.waitFor();
  await page.evaluate(`ventanilla('search', 'luz LOS en rojo')`);
  await widget.likely(red).waitFor();
  expect(await widget.question.inputValue()).toBe('luz LOS en rojo');

  await page.evaluate(`ventanilla('showArticle', '${written.es[1]}')`);
  await widget.article(lights).getByText('Verde fijo').waitFor();
  await page.evaluate(`ventanilla('showArticle', 'art_nothing')`);
  await widget.dialog.getByRole('heading', { name: widget.texts.faq.gone }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('whoever comes after a sign-out is somebody else', async ({ page, desk, written }) => {
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.launcher.waitFor();
  for (const votes of [1, 2]) {
    await page.evaluate(`ventanilla('showArticle', '${written.es[3]}')`);
    await widget.helpedYes.waitFor();
    expect(await widget.helpedYes.getAttribute('aria-pressed')).toBe('false');
    await widget.helpedYes.click();
    await widget.dialog.getByText(widget.texts.faq.thanks).waitFor();
    await eventually(async () => (await countsOf(desk, written.es[3])).helpfulYes).toBe(votes);
    await page.evaluate(`ventanilla('shutdown')`);
    await widget.dialog.waitFor({ state: 'hidden' });
  }
});

test('in another language there are other articles, and the open one is translated', async ({
  page,
  desk,
  written,
}) => {
  const spanish = new WidgetPanel(page, 'es');
  const english = new WidgetPanel(page, 'en');
  await page.goto(`${desk.url}/demo?lang=es`);
  await spanish.launcher.waitFor();
  // Opened while the other language is still on its way.
  await page.evaluate(`Promise.all([ventanilla('setLocale', 'en'), ventanilla('open')])`);
  await english.listed(redEn).waitFor();
  await english.question.fill('red light of the ruter');
  await english.likely(redEn).or(english.listed(redEn)).click();
  await english.article(redEn).getByText('There is no signal').waitFor();

  await page.evaluate(`ventanilla('setLocale', 'es')`);
  await spanish.article(red).getByText('No llega señal').waitFor();
  await spanish.button('back').click();
  await spanish.question.fill('');
  await spanish.listed(bill).waitFor();
  expect(await spanish.listed(billEn).count()).toBe(0);
  expect(written.en).toHaveLength(4);
});

test('works on another page, under a strict policy with Trusted Types', async ({ page, desk, written }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const { origin, close } = await serveHostPage('strict-csp', desk, 'en');
  onTestFinished(close);
  await desk.changeSite({ origins: [origin] });
  await page.goto(origin);
  const widget = new WidgetPanel(page, 'en');
  await widget.open();
  await widget.question.fill('red light los router');
  await widget.likely(redEn).click();
  await widget.helpedYes.click();
  await widget.dialog.getByText(widget.texts.faq.thanks).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(written.en).toHaveLength(4);
});

test('without a network it says so and can be tried again; titles are still found', async ({
  browser,
  desk,
  written,
}) => {
  const page = await aPerson(browser, { locale: 'es', theme: 'light', size: 'phone' });
  const widget = await opened(page, desk, 'es');
  await widget.listed(red).waitFor();
  const titles = page.waitForResponse(/article\/titles/);
  await widget.question.click();
  await titles;
  await page.context().setOffline(true);
  await widget.question.fill('luces');
  await widget.listed(lights).or(widget.likely(lights)).click();
  await widget.dialog.getByText(widget.texts.faq.notLoaded).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.context().setOffline(false);
  await widget.button('tryNow').click();
  await widget.article(lights).getByText('Verde fijo').waitFor();
  expect(written.es).toHaveLength(4);
});
