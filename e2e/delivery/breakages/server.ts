import { setTimeout as pause } from 'node:timers/promises';
import type { Surroundings } from '@ventanilla/server/assemble';
import type { Deps } from '@ventanilla/server/deps';
import type { Connection } from '@ventanilla/server/storage/sqlite/connection';
import type { Provocation } from '../crash.ts';

export interface ServerBreakage extends Provocation {
  storage?(): Surroundings['storage'];
  deps?(deps: Deps): Deps;
}

/** Ways in which a server could break the promise, none of which the product has. */
export const serverBreakages: Record<string, ServerBreakage> = {
  'acknowledges before the commit is on disk': {
    aim: 'told',
    tabCrashesPerMinute: 1,
    storage: () => ({ wrapConnection: commitLater }),
  },
  'stores a message that comes again': {
    aim: 'append:committed',
    tabCrashesPerMinute: 1,
    storage: () => ({ wrapConnection: forgetClientIds }),
  },
  'does not tell everything': {
    aim: 'after-commit',
    tabCrashesPerMinute: 1,
    deps(deps) {
      let happened = 0;
      const publish: Deps['bus']['publish'] = (happening) => {
        happened += 1;
        if (happening.type !== 'appended' || happened % 3 > 0) deps.bus.publish(happening);
      };
      return { ...deps, bus: { ...deps.bus, publish } };
    },
  },
};

/** Says that it has committed, and does it half a second later. */
function commitLater(connection: Connection): Connection {
  let pending: Promise<unknown> = Promise.resolve();
  return {
    ...connection,
    all: (...statement) => pending.then(() => connection.all(...statement)),
    exec: (...statement) => pending.then(() => connection.exec(...statement)),
    async run(...statement) {
      await pending;
      if (statement[0] !== 'COMMIT') return connection.run(...statement);
      pending = pause(500).then(() => connection.run('COMMIT'));
      return { lastID: 0, changes: 0 };
    },
  };
}

/** Neither looks up whether a message is there already, nor has the database say so. */
function forgetClientIds(connection: Connection): Connection {
  let isDropped = false;
  return {
    ...connection,
    all: (sql, ...params) =>
      sql.includes('(conversation_id, client_id) IN') ? Promise.resolve([]) : connection.all(sql, ...params),
    async run(sql, ...params) {
      if (!isDropped && sql.startsWith('BEGIN')) {
        const [{ isThere } = { isThere: 0 }] = await connection.all(
          "SELECT count(*) AS isThere FROM sqlite_master WHERE name = 'entries_client_id'",
        );
        if (isThere) {
          isDropped = true;
          await connection.exec('DROP INDEX entries_client_id');
        }
      }
      return connection.run(sql, ...params);
    },
  };
}
