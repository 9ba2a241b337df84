import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { siteDefaults } from '../../actions/site/site-defaults.ts';
import { assemble } from '../../assemble.ts';
import { type Config, readConfig } from '../../config.ts';
import type { Deps } from '../../deps.ts';
import type { SiteRow } from '../../domain/rows.ts';
import { prepareFirstStart } from '../../jobs/first-start.ts';
import { createLogger } from '../../lib/logger.ts';
import type { SitePatch } from '../../storage/store.ts';
import { createTestClock, type TestClock } from '../../testing/test-clock.ts';
import { type BuiltFolders, readBuiltFiles } from './built-files.ts';
import { mountClientAddress } from './client-address.ts';
import { mountDashboard } from './dashboard-page.ts';
import { mountDemo } from './demo.ts';
import { mountDemoStates } from './demo-states.ts';
import { mountEmbed } from './embed.ts';
import { mountHealth } from './health.ts';
import { mountMetrics } from './metrics-route.ts';
import { mountRefusals } from './refusals.ts';
import { mountSecurityHeaders } from './security-headers.ts';
import { mountSiteLogo } from './site-logo.ts';
import { mountTagReport } from './tag-report.ts';
import { mountTicketPage } from './ticket-page.ts';
import { mountWidgetChunks } from './widget-chunks.ts';

/** What a build leaves behind, by path below the fronts' folders; long enough to be worth compressing. */
export const builtFilesForTests = {
  'widget/loader.js': `const config = __VENTANILLA__; ${'/* the launcher */ '.repeat(40)}`,
  'widget/manifest.json': '{"build":"b1"}\n',
  'widget/chunks/panel-b1.js': 'export const panel = 1; '.repeat(40),
  'dashboard/index.html': `<!doctype html><title>Ventanilla</title>${'<p></p>'.repeat(40)}`,
  'dashboard/assets/main-abc.js': 'export const main = 1; '.repeat(40),
  'dashboard/assets/sign-abc.woff2': 'not text',
  'dashboard/icon.svg': '<svg/>',
};

export interface Front {
  app: Hono;
  deps: Deps & { clock: TestClock };
  /** The site that the first start made. */
  firstSite(): SiteRow;
  /** A site of the test's own, besides the first. */
  addSite(fields?: SitePatch): Promise<SiteRow>;
  changeSite(site: SiteRow, patch: SitePatch): Promise<void>;
  drain: { isDraining: boolean };
  folders: BuiltFolders;
  /** `address`: where the socket comes from. */
  get(path: string, headers?: Record<string, string>, address?: string): Promise<Response>;
  close(): Promise<void>;
}

export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Everything that is served without a command, over a real store, without a port. */
export async function openFront(
  changes: Partial<Config> = {},
  files: Record<string, string> = builtFilesForTests,
): Promise<Front> {
  const folder = await mkdtemp(join(tmpdir(), 'ventanilla-front-'));
  const folders = { widget: join(folder, 'widget'), dashboard: join(folder, 'dashboard'), data: join(folder, 'data') };
  await writeFiles(folder, files);
  const config = { ...readConfig({ VENTANILLA_DATA: folders.data }), ...changes };
  const clock = createTestClock(Date.parse('2026-01-12T08:00:00Z'));
  const deps = { ...(await assemble(config, { clock, log: createLogger('silent') })), clock };
  await prepareFirstStart(deps);
  const drain = { isDraining: false };
  const app = new Hono();
  const built = readBuiltFiles(folders, clock.now());
  mountWidgetChunks(app, built);
  mountEmbed(app, deps, built);
  mountSiteLogo(app, deps);
  mountDashboard(app, deps, built);
  mountSecurityHeaders(app);
  mountClientAddress(app, deps);
  mountTagReport(app, deps);
  mountDemo(app, deps);
  mountDemoStates(app, deps, built);
  mountTicketPage(app, deps, built);
  mountHealth(app, deps, drain);
  mountMetrics(app, deps);
  mountRefusals(app, deps);

  return {
    app,
    deps,
    drain,
    folders,
    firstSite() {
      const [first] = deps.directory.sites();
      if (!first) throw new Error('the first start makes a site');
      return first;
    },
    async addSite(fields = {}) {
      const { ids, store } = deps;
      const own = { id: ids.next('site'), key: ids.siteKey(), createdAt: clock.now() };
      const site = { ...siteDefaults(deps), ...fields, ...own };
      const created = await store.sites.create(site, { id: ids.next('group'), name: 'Team' }, [], []);
      await deps.directory.reloadSites();
      return created;
    },
    async changeSite({ id, version }, patch) {
      await deps.store.sites.update(id, version, patch, []);
      await deps.directory.reloadSites();
    },
    async get(path, headers = {}, address = '127.0.0.1') {
      return app.request(path, { headers }, { incoming: { socket: { remoteAddress: address } } });
    },
    async close() {
      await deps.store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
