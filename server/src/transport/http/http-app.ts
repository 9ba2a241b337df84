import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import type { CommandRunner } from '../bind-commands.ts';
import { mountAuthDoor } from './auth-door.ts';
import { builtFolders, readBuiltFiles } from './built-files.ts';
import { mountClientAddress } from './client-address.ts';
import { mountCommandDoor } from './command-door.ts';
import { mountDashboard } from './dashboard-page.ts';
import { mountDemo } from './demo.ts';
import { mountDemoStates } from './demo-states.ts';
import { mountEmbed } from './embed.ts';
import { mountFileDoor } from './file-door.ts';
import { mountFullPage } from './full-page.ts';
import { mountHealth } from './health.ts';
import { mountMetrics } from './metrics-route.ts';
import { mountRefusals } from './refusals.ts';
import { mountSecurityHeaders } from './security-headers.ts';
import { mountSiteLogo } from './site-logo.ts';
import { mountTagReport } from './tag-report.ts';
import { mountTicketPage } from './ticket-page.ts';
import { mountWidgetChunks } from './widget-chunks.ts';

/** Every route of the registry, each mounted by the file that answers it; what is not mounted is refused. */
export function createHttpApp(deps: Deps, run: CommandRunner, drain: { isDraining: boolean }): Hono {
  const app = new Hono();
  const built = readBuiltFiles(builtFolders(deps.config.dataFolder), deps.clock.now());
  // Their answers are complete by themselves, so they come before the middleware.
  mountWidgetChunks(app, built);
  mountEmbed(app, deps, built);
  mountSiteLogo(app, deps);
  mountDashboard(app, deps, built);
  mountSecurityHeaders(app);
  mountClientAddress(app, deps);
  mountAuthDoor(app, deps);
  mountCommandDoor(app, deps, run);
  mountFileDoor(app, deps);
  mountTagReport(app, deps);
  mountDemo(app, deps);
  mountDemoStates(app, deps, built);
  mountFullPage(app, deps, built, run);
  mountTicketPage(app, deps, built);
  mountHealth(app, deps, drain);
  mountMetrics(app, deps);
  mountRefusals(app, deps);
  return app;
}
