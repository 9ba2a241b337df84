import { routes } from '@ventanilla/shared/wire/routes';
import type { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { faultOf } from '../../lib/logger.ts';

/** Set when the process has begun to end: it finishes what it has, and takes nothing new. */
export interface Drain {
  readonly isDraining: boolean;
}

const patienceMs = 5_000;

/** `live`: restart me if this fails. `ready`: send me people only while this is 200. */
export function mountHealth(app: Hono, deps: Pick<Deps, 'store' | 'clock' | 'log'>, drain: Drain): void {
  app.get(routes.live.path, (context) => context.json({ status: 'live' }));

  app.get(routes.ready.path, async (context) => {
    if (drain.isDraining) return context.json({ status: 'draining' }, 503);
    const isReady = await databaseAnswers(deps);
    return isReady ? context.json({ status: 'ready' }) : context.json({ status: 'unavailable' }, 503);
  });
}

async function databaseAnswers({ store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>): Promise<boolean> {
  let forget = () => {};
  const tooLate = new Promise<never>((_resolve, reject) => {
    forget = clock.after(patienceMs, () => reject(new Error(`no answer within ${patienceMs} ms`)));
  });
  try {
    await Promise.race([store.health.ping(), tooLate]);
    return true;
  } catch (error) {
    log.warn({ fault: faultOf(error) }, 'the database does not answer');
    return false;
  } finally {
    forget();
  }
}
