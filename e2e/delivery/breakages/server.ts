import { setTimeout as pause } from 'node:timers/promises';
import type { Surroundings } from '@ventanilla/server/assemble';
import type { Deps } from '@ventanilla/server/deps';
import type { Connection } from '@ventanilla/server/storage/sqlite/connection';
import type { AppendItem } from '@ventanilla/server/storage/store';
import type { ConversationId } from '@ventanilla/shared/ids';
import type { Breakage } from './breakage.ts';

export interface ServerBreakage extends Breakage {
  /** Put in from outside when the process starts. */
  make(): { storage?: Surroundings['storage']; deps?(deps: Deps): Deps };
}

/** Ways in which a server could break the promise, none of which the product has. */
export const serverBreakages: Record<string, ServerBreakage> = {
  'acknowledges before the commit is on disk': {
    scene: 'the server dies as soon as it is answered',
    expects: 'acknowledgedButLost',
    make: () => ({ storage: { wrapConnection: (connection) => commitLater(connection).connection } }),
  },
  'tells others before the commit is on disk': {
    scene: 'the server dies as soon as somebody has heard of it',
    expects: 'toldButNotStored',
    make: tellFirst,
  },
  'stores a message that comes again': {
    scene: 'the server dies between storing and answering',
    expects: 'storedTwice',
    make: () => ({ storage: { wrapConnection: forgetClientIds } }),
  },
  'takes its numbers from the clock': {
    scene: 'nothing happens',
    expects: 'gapOrDoubleSeq',
    make: () => ({ storage: { wrapConnection: numberByClock } }),
  },
  'does not tell everything': {
    scene: 'nothing happens',
    expects: 'wrongInAView',
    make: () => ({ deps: tellOnce }),
  },
  'stores a new conversation’s words in an older one': {
    scene: 'it begins another conversation, and the server dies as soon as it is answered',
    expects: 'storedElsewhere',
    make: () => ({ deps: keepOneConversation }),
  },
  'stores a ticket outside the transaction': {
    scene: 'it begins another conversation, and the server dies as soon as it is answered',
    expects: 'ticketLost',
    make: () => ({ storage: { wrapConnection: storedLater('tickets') } }),
  },
  'stores a mail outside the transaction': {
    scene: 'it has a ticket that gets an address, and the server dies as soon as that is answered',
    expects: 'mailLost',
    make: () => ({ storage: { wrapConnection: storedLater('mails') } }),
  },
};

/** Nobody here waits that long for anything. */
const laterMs = 5_000;

/** Says that it has committed, and does it when there is something else to do, or later: from the second thing on that is said. */
function commitLater(connection: Connection): { connection: Connection; committed(): Promise<unknown> } {
  let said = 0;
  let commit: Promise<unknown> | null = null;
  let isOpen = false;
  let { promise: wait, resolve: goOn } = Promise.withResolvers<void>();

  async function caughtUp(): Promise<void> {
    if (!isOpen) return;
    goOn();
    await commit;
  }
  async function commitAfter(waited: Promise<void>): Promise<void> {
    await Promise.race([waited, pause(laterMs, undefined, { ref: false })]);
    await connection.run('COMMIT');
    isOpen = false;
  }
  const late: Connection = {
    ...connection,
    async all(...statement) {
      await caughtUp();
      if (isInsertInto('entries', statement[0])) said += 1;
      return connection.all(...statement);
    },
    async exec(...statement) {
      await caughtUp();
      return connection.exec(...statement);
    },
    async run(...statement) {
      await caughtUp();
      if (said < 2 || statement[0] !== 'COMMIT') return connection.run(...statement);
      isOpen = true;
      ({ promise: wait, resolve: goOn } = Promise.withResolvers<void>());
      commit = commitAfter(wait);
      return { lastID: 0, changes: 0 };
    },
  };
  return { connection: late, committed: () => commit ?? Promise.resolve() };
}

/** Everybody hears of it at once; only whoever wrote it waits until it is on disk. */
function tellFirst(): ReturnType<ServerBreakage['make']> {
  let committed: () => Promise<unknown> = async () => {};
  return {
    storage: {
      wrapConnection(connection) {
        const late = commitLater(connection);
        committed = late.committed;
        return late.connection;
      },
    },
    deps: (deps) => ({
      ...deps,
      store: {
        ...deps.store,
        async appendEntries(items) {
          const results = await deps.store.appendEntries(items);
          for (const result of results) if (result.status === 'stored') deps.bus.publish({ type: 'appended', result });
          await committed();
          return results;
        },
      },
    }),
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
        isDropped = true;
        await connection.exec('DROP INDEX IF EXISTS entries_client_id');
      }
      return connection.run(sql, ...params);
    },
  };
}

/** A number is how long after the first line something was said. */
function numberByClock(connection: Connection): Connection {
  return {
    ...connection,
    async run(sql, ...params) {
      if (sql === 'COMMIT') {
        await connection.exec(`UPDATE entries SET seq = 1 + created_at -
          (SELECT min(first.created_at) FROM entries first WHERE first.conversation_id = entries.conversation_id)
          WHERE seq > 1 AND kind = 'message'`);
      }
      return connection.run(sql, ...params);
    },
  };
}

/** Of what is written later nobody hears. */
function tellOnce(deps: Deps): Deps {
  let isTold = false;
  const publish: Deps['bus']['publish'] = (happening) => {
    if (happening.type !== 'appended' || !isTold) deps.bus.publish(happening);
    isTold ||= happening.type === 'appended';
  };
  return { ...deps, bus: { ...deps.bus, publish } };
}

/** Whatever begins a conversation is said in the first one of all. */
function keepOneConversation(deps: Deps): Deps {
  let first: ConversationId | undefined;
  const appendEntries: Deps['store']['appendEntries'] = async (items) => {
    const results = await deps.store.appendEntries(items.map((item) => (first ? into(first, item) : item)));
    first ??= results.find((result) => result.status === 'stored')?.conversation.id;
    return results;
  };
  return { ...deps, store: { ...deps.store, appendEntries } };
}

function into(conversationId: ConversationId, item: AppendItem): AppendItem {
  const { start, ...rest } = item;
  return start ? { ...rest, conversationId } : item;
}

/** What belongs to it is stored at once, as if the row itself were there: that comes later. */
function storedLater(table: string): (connection: Connection) => Connection {
  return (connection) => ({
    ...connection,
    all: (sql, ...params) =>
      isInsertInto(table, sql) ? later(connection, sql, params) : connection.all(sql, ...params),
  });

  async function later(connection: Connection, sql: string, params: [(readonly unknown[])?]): Promise<[]> {
    void pause(laterMs).then(() => connection.all(sql, ...params));
    return [];
  }
}

function isInsertInto(table: string, sql: string): boolean {
  return new RegExp(`^\\s*insert into "?${table}"?\\W`, 'i').test(sql);
}
