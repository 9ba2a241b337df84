import type { Page } from 'playwright-core';
import type { Desk } from '../../fixtures/desk.ts';
import { slowLine } from '../../fixtures/slow-line.ts';
import { Dashboard } from '../../pages/dashboard.ts';
import type { Screen, Visit } from './screen.ts';

const lucia = 'Lo miro ahora mismo con la central';
const waiting = 'Me habéis cobrado dos veces';
const solved = '¿Cómo cambio la contraseña';
const missing = 'VEN-999999';

/** A page of the desk with a session, at a path below `/dashboard`. */
async function at(visit: Visit, desk: Desk, path: string): Promise<Dashboard> {
  const page = await visit.open(desk);
  await page.goto(`${desk.url}/dashboard${path}`);
  await page.getByRole('main').waitFor();
  return new Dashboard(page, visit.reader.locale);
}

/** The inbox, with the conversation open whose latest words are these; an ended one is not in its list. */
async function inConversation(visit: Visit, words: string): Promise<Dashboard> {
  const dashboard = await at(visit, visit.busy, '/inbox');
  await dashboard.row(words).click();
  await dashboard.thread.getByText(words).waitFor();
  return dashboard;
}

async function inEnded(visit: Visit): Promise<Dashboard> {
  const dashboard = await at(visit, visit.busy, `/inbox/${visit.solvedId}`);
  await dashboard.thread.getByText(solved).waitFor();
  return dashboard;
}

async function onTicket(visit: Visit): Promise<Dashboard> {
  const { tickets } = await visit.busy.call('ticket:list', {});
  const own = tickets.find(({ subject }) => subject.startsWith('El wifi se corta'));
  const dashboard = await at(visit, visit.busy, `/tickets/${own?.number}`);
  await dashboard.history.waitFor();
  return dashboard;
}

async function onSite(visit: Visit): Promise<Dashboard> {
  const dashboard = await at(visit, visit.busy, `/settings/sites/${visit.busy.site.id}`);
  await dashboard.page.getByRole('textbox', { name: dashboard.texts.site.pickUp }).waitFor();
  return dashboard;
}

async function door({ page, reader }: Visit, address: string, wait: (dashboard: Dashboard) => Promise<void>) {
  await page.goto(address);
  const dashboard = new Dashboard(page, reader.locale);
  await wait(dashboard);
  return dashboard;
}

async function more(dashboard: Dashboard, item: string): Promise<void> {
  await dashboard.page.getByRole('button', { name: dashboard.texts.common.more }).click();
  await dashboard.page.getByRole('menuitem', { name: item }).click();
  await dashboard.page.getByRole('dialog').waitFor();
}

function screen(name: string, show: (visit: Visit) => Promise<{ page: Page }>): Screen {
  return { name, front: 'dashboard', show: async (visit) => (await show(visit)).page };
}

const doors: Screen[] = [
  screen('door-setup', (visit) => door(visit, visit.unowned.setUpLink, ({ password }) => password.waitFor())),
  screen('door-setup-problems', (visit) =>
    door(visit, visit.unowned.setUpLink, async ({ page, password, texts }) => {
      await password.fill('corta');
      await page.getByRole('button', { name: texts.door.createAccount }).click();
      await page.getByText(texts.door.missing).first().waitFor();
    }),
  ),
  screen('door-bad-link', (visit) =>
    door(visit, `${visit.unowned.url}/dashboard/setup#nothing-that-was-ever-given-out`, async ({ page, texts }) => {
      await page.getByRole('heading', { name: texts.door.badLink }).waitFor();
    }),
  ),
  screen('door-join', async (visit) => {
    const { reader, busy } = visit;
    const { link } = await busy.call('agent:invite', {
      name: 'Nerea Etxeberria',
      email: `nerea-${reader.locale}-${reader.theme}-${reader.size}@alameda.example`,
      role: 'agent',
      siteIds: [busy.site.id],
    });
    return door(visit, link, ({ password }) => password.waitFor());
  }),
  screen('door-sign-in', (visit) =>
    door(visit, `${visit.busy.url}/dashboard`, ({ signInButton }) => signInButton.waitFor()),
  ),
  screen('door-sign-in-wrong', (visit) =>
    door(visit, `${visit.busy.url}/dashboard`, async ({ page, password, signInButton, texts }) => {
      await page.getByRole('textbox', { name: texts.door.email }).fill('marta@alameda.example');
      await password.fill('no es esta contraseña');
      await signInButton.click();
      await page.getByRole('alert').getByText(/./).waitFor();
    }),
  ),
  screen('door-forgot', (visit) =>
    door(visit, `${visit.busy.url}/dashboard/forgot`, ({ page, texts }) =>
      page.getByRole('button', { name: texts.door.sendLink }).waitFor(),
    ),
  ),
  screen('door-reset', (visit) =>
    door(visit, `${visit.busy.url}/dashboard/reset#a-secret-from-a-mail`, ({ page, texts }) =>
      page.getByRole('button', { name: texts.door.reset }).waitFor(),
    ),
  ),
];

const inbox: Screen[] = [
  screen('inbox-opening', async (visit) => {
    const page = await visit.open(visit.busy);
    (await slowLine(page)).hold();
    await page.goto(`${visit.busy.url}/dashboard/inbox`);
    const dashboard = new Dashboard(page, visit.reader.locale);
    await page.getByText(dashboard.texts.frame.opening).waitFor();
    return dashboard;
  }),
  screen('inbox-first-run', async (visit) => {
    const dashboard = await at(visit, visit.empty, '/inbox');
    await dashboard.queue.waitFor();
    return dashboard;
  }),
  screen('inbox', async (visit) => {
    const dashboard = await at(visit, visit.busy, '/inbox');
    await dashboard.row(lucia).waitFor();
    return dashboard;
  }),
  screen('inbox-menu', async (visit) => {
    const dashboard = await at(visit, visit.busy, '/inbox');
    await dashboard.openMenu();
    return dashboard;
  }),
  screen('inbox-keys', async (visit) => {
    const dashboard = await at(visit, visit.busy, '/inbox');
    await dashboard.row(lucia).waitFor();
    await dashboard.page.keyboard.press('?');
    await dashboard.page.getByRole('dialog').waitFor();
    return dashboard;
  }),
  screen('conversation-queued', (visit) => inConversation(visit, waiting)),
  screen('conversation', async (visit) => {
    const dashboard = await inConversation(visit, lucia);
    await dashboard.reply.fill('Sí, si hace falta. Mañana a las 9:00 miramos tu línea desde la central.');
    return dashboard;
  }),
  screen('conversation-note', async (visit) => {
    const dashboard = await inConversation(visit, lucia);
    await dashboard.page.getByRole('button', { name: dashboard.texts.composer.note, exact: true }).click();
    await dashboard.note.fill('Diego, ¿puedes mirar el puerto?');
    return dashboard;
  }),
  screen('conversation-details', async (visit) => {
    const dashboard = await inConversation(visit, lucia);
    const toggle = dashboard.page.getByRole('button', { name: dashboard.texts.conversation.details });
    if (await toggle.isVisible()) await toggle.click();
    await dashboard.page
      .getByRole('complementary', { name: dashboard.texts.context.title })
      .getByRole('heading')
      .first()
      .waitFor();
    return dashboard;
  }),
  screen('conversation-hand-over', async (visit) => {
    const dashboard = await inConversation(visit, lucia);
    await more(dashboard, dashboard.texts.conversation.handOver);
    return dashboard;
  }),
  screen('conversation-discard', async (visit) => {
    const dashboard = await inConversation(visit, waiting);
    await more(dashboard, dashboard.texts.conversation.discard);
    return dashboard;
  }),
  screen('conversation-ended', inEnded),
  screen('conversation-loading', async (visit) => {
    const page = await visit.open(visit.busy);
    const line = await slowLine(page);
    await page.goto(`${visit.busy.url}/dashboard/inbox`);
    const dashboard = new Dashboard(page, visit.reader.locale);
    await dashboard.row(lucia).waitFor();
    line.hold();
    await dashboard.row(lucia).click();
    await page.getByRole('region', { name: lucia }).or(dashboard.reply).first().waitFor();
    return dashboard;
  }),
  screen('conversation-offline', async (visit) => {
    const dashboard = await inConversation(visit, lucia);
    await dashboard.page.context().setOffline(true);
    // On localhost the socket library does not believe the browser and waits for a missed heartbeat.
    await dashboard.page.getByText(dashboard.texts.connection.offlineHint).waitFor({ timeout: 45_000 });
    await dashboard.answer('Mañana a las 9:00 miramos tu línea.');
    await dashboard.answer('Te escribo en cuanto lo sepa.');
    await dashboard.thread.getByText(dashboard.texts.composer.waitingTurn).waitFor();
    return dashboard;
  }),
  screen('conversation-not-found', async (visit) => {
    const dashboard = await at(visit, visit.busy, '/inbox/cnv_01a21056-5f49-7b25-aefa-bfb79d371954');
    await dashboard.page.getByRole('heading', { name: dashboard.texts.problem.notOpened }).waitFor();
    return dashboard;
  }),
  screen('not-found', async (visit) => {
    const dashboard = await at(visit, visit.busy, '/nowhere');
    await dashboard.page.getByRole('heading', { name: dashboard.texts.frame.notFound }).waitFor();
    return dashboard;
  }),
];

const tickets: Screen[] = [
  screen('tickets-empty', async (visit) => {
    const dashboard = await at(visit, visit.empty, '/tickets');
    await dashboard.page.getByText(dashboard.texts.tickets.empty).waitFor();
    return dashboard;
  }),
  screen('tickets', async (visit) => {
    const dashboard = await at(visit, visit.busy, '/tickets');
    await dashboard.page.getByRole('row').nth(1).waitFor();
    return dashboard;
  }),
  screen('tickets-none-in-view', async (visit) => {
    const dashboard = await at(visit, visit.busy, '/tickets?status=onHold');
    await dashboard.page.getByText(dashboard.texts.tickets.emptyFilter).waitFor();
    return dashboard;
  }),
  screen('ticket', onTicket),
  screen('ticket-history', async (visit) => {
    const dashboard = await onTicket(visit);
    await dashboard.history.scrollIntoViewIfNeeded();
    return dashboard;
  }),
  screen('ticket-not-found', async (visit) => {
    const dashboard = await at(visit, visit.busy, `/tickets/${missing}`);
    await dashboard.page.getByText(dashboard.texts.ticket.notFoundHint).waitFor();
    return dashboard;
  }),
];

const settings: Screen[] = [
  screen('settings', async (visit) => {
    const dashboard = await at(visit, visit.busy, '/settings');
    await dashboard.page.getByRole('navigation', { name: dashboard.texts.settings.pages }).waitFor();
    return dashboard;
  }),
  screen('settings-site', onSite),
  screen('settings-site-hours', async (visit) => {
    const dashboard = await onSite(visit);
    await dashboard.page.getByText(dashboard.texts.site.byHours).click();
    await dashboard.page.getByText(dashboard.texts.weekday.wed).scrollIntoViewIfNeeded();
    return dashboard;
  }),
  screen('settings-site-problems', async (visit) => {
    const dashboard = await onSite(visit);
    const pickUp = dashboard.page.getByRole('textbox', { name: dashboard.texts.site.pickUp });
    await pickUp.fill('pronto');
    await dashboard.page.getByRole('button', { name: dashboard.texts.common.save, exact: true }).click();
    await dashboard.page.getByText(dashboard.texts.settings.checkFields).waitFor();
    await pickUp.scrollIntoViewIfNeeded();
    return dashboard;
  }),
  screen('settings-new-site', async (visit) => {
    const dashboard = await at(visit, visit.busy, '/settings/sites/new');
    await dashboard.page.getByRole('heading', { name: dashboard.texts.site.createTitle }).waitFor();
    return dashboard;
  }),
  screen('settings-team', async (visit) => {
    const dashboard = await at(visit, visit.busy, '/settings/team');
    await dashboard.page.getByText('ines@alameda.example').waitFor();
    return dashboard;
  }),
  screen('settings-invite', async (visit) => {
    const dashboard = await at(visit, visit.busy, '/settings/team');
    await dashboard.page.getByRole('button', { name: dashboard.texts.team.invite }).click();
    await dashboard.page.getByRole('dialog').waitFor();
    await dashboard.page.getByRole('button', { name: dashboard.texts.team.createLink }).click();
    await dashboard.page.getByText(dashboard.texts.door.missing).waitFor();
    return dashboard;
  }),
];

export const dashboardScreens: Screen[] = [...doors, ...inbox, ...tickets, ...settings];
