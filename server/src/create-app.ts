import type { Server as HttpServer } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Deps } from './deps.ts';
import { startDeadlineSweep } from './jobs/deadline-sweep.ts';
import { startFileSweep } from './jobs/file-sweep.ts';
import { startKnowledgeWatch } from './jobs/knowledge-watch.ts';
import { startMailPost } from './jobs/mail-post.ts';
import { startPresenceWatch } from './jobs/presence-watch.ts';
import { startQueueWatch } from './jobs/queue-watch.ts';
import { startTicketClose } from './jobs/ticket-close.ts';
import { createCommandRunner } from './transport/bind-commands.ts';
import { createHttpApp } from './transport/http/http-app.ts';
import { createSocketServer } from './transport/socket/socket-server.ts';

/** What is being answered while the process ends may take this long, ms. */
const longestAnswerMs = 5_000;
/**
 * A visitor's first click, some time after the page came, finds the connection still open; and no proxy in front, which keeps
 * its own for a minute, sends into one that has just been closed.
 */
const keepAliveMs = 75_000;

export interface App {
  http: HttpServer;
  /** Ends in order: no new work, jobs, sockets, then the server; the store is the caller's to close. */
  close(): Promise<void>;
}

/** Puts the product together from its parts; used by `main.ts` and by every integration test alike. */
export function createApp(deps: Deps): App {
  const run = createCommandRunner(deps);
  const drain = { isDraining: false };
  const app = createHttpApp(deps, run, drain);
  const http = createAdaptorServer({ fetch: app.fetch }) as HttpServer;
  http.keepAliveTimeout = keepAliveMs;
  const sockets = createSocketServer(http, deps, run);
  const jobs = [
    startDeadlineSweep,
    startPresenceWatch,
    startQueueWatch,
    startFileSweep,
    startKnowledgeWatch,
    startMailPost,
    startTicketClose,
  ].map((start) => start(deps));

  return {
    http,
    async close() {
      drain.isDraining = true;
      deps.bus.publish({ type: 'draining' });
      await Promise.all(jobs.map((job) => job.close()));
      const closed = new Promise<void>((resolve) => {
        if (http.listening) http.close(() => resolve());
        else resolve();
      });
      await sockets.close();
      http.closeIdleConnections();
      const stopWaiting = deps.clock.after(longestAnswerMs, () => http.closeAllConnections());
      await closed;
      stopWaiting();
      await deps.sightings.settleAll();
    },
  };
}
