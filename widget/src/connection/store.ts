import type { VisitorSession } from '@ventanilla/shared/wire/visitor';
import type { Outgoing } from '../model/model.ts';

/** What this browser keeps of a visitor on one site: who they are here, and what waits to be sent (DL6). */
export interface Store {
  isDurable: boolean;
  session(): Promise<VisitorSession | undefined>;
  /**
   * Keeps the one that is there, whoever else was quicker, and says which it is: all tabs are one visitor. Only the
   * one with the token `insteadOf` gives way.
   */
  adoptSession(fresh: VisitorSession, insteadOf?: string): Promise<VisitorSession>;
  /** In the order in which they were written. */
  waiting(): Promise<Outgoing[]>;
  /** Resolves to its position, once it is stored. */
  add(outgoing: Omit<Outgoing, 'position'>): Promise<number>;
  /** In one step: `done` leaves, `changed` is written again. */
  settle(done: number[], changed: Outgoing[]): Promise<void>;
  clear(): Promise<void>;
}

/** A database that has not answered by then (another tab changes its version, a browser that keeps nothing) will not. */
const patienceMs = 3_000;
const late = new Error('storage does not answer');

export async function openStore(site: string): Promise<Store> {
  try {
    return patient(databaseStore(await openDatabase(), site));
  } catch {
    return nothing;
  }
}

/** Has somebody here a session on this site? Only looks: where there is no database there is none afterwards (PR1). */
export async function isKnown(site: string): Promise<boolean> {
  try {
    const database = await openDatabase(true);
    const session = await inTime(databaseStore(database, site).session());
    database.close();
    return session !== undefined;
  } catch {
    return false;
  }
}

/** Where nothing can be stored. */
let remembered: VisitorSession | undefined;

/** Where the browser lets us keep nothing: session and outbox live as long as the page that holds them. */
const nothing: Store = {
  isDurable: false,
  session: async () => remembered,
  adoptSession: async (fresh, insteadOf) => {
    if (!remembered || remembered.token === insteadOf) remembered = fresh;
    return remembered;
  },
  waiting: async () => [],
  add: () => Promise.reject(late),
  settle: async () => {},
  clear: async () => {
    remembered = undefined;
  },
};

/**
 * From the first call that is not answered in time, the page is the only place. What is stored after all is sent again by a
 * later page, and stored by the server once (DL1).
 */
function patient(database: Store): Store {
  let store = database;
  async function attempt<T>(act: (store: Store) => Promise<T>): Promise<T> {
    try {
      return await inTime(act(store));
    } catch (error) {
      if (error !== late) throw error;
      store = nothing;
      return act(store);
    }
  }
  return {
    isDurable: true,
    // Whoever was known before it fell silent is the same visitor afterwards.
    session: () => attempt(async (kept) => (remembered = await kept.session())),
    adoptSession: (...fresh) => attempt(async (kept) => (remembered = await kept.adoptSession(...fresh))),
    waiting: () => attempt((kept) => kept.waiting()),
    add: (outgoing) => attempt((kept) => kept.add(outgoing)),
    settle: (...step) => attempt((kept) => kept.settle(...step)),
    clear: () => attempt((kept) => kept.clear()).then(nothing.clear),
  };
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late), patienceMs);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export function openDatabase(onlyLook = false): Promise<IDBDatabase> {
  const request = indexedDB.open('ventanilla', 1);
  request.onupgradeneeded = () => {
    if (onlyLook) return request.transaction?.abort();
    request.result.createObjectStore('sessions', { keyPath: 'site' });
    request.result
      .createObjectStore('outbox', { keyPath: 'position', autoIncrement: true })
      .createIndex('site', 'site');
  };
  const opened = result(request);
  return inTime(opened).catch((error) => {
    // What opens when nobody waits any more must not be in the way of others.
    opened.then((database) => database.close()).catch(() => {});
    throw error;
  });
}

function databaseStore(database: IDBDatabase, site: string): Store {
  const sessions = (mode: IDBTransactionMode) => database.transaction('sessions', mode).objectStore('sessions');
  const outbox = (mode: IDBTransactionMode) => database.transaction('outbox', mode).objectStore('outbox');
  return {
    isDurable: true,
    session: () => result(sessions('readonly').get(site)),
    adoptSession: async (fresh, insteadOf) => {
      const table = sessions('readwrite');
      const known: VisitorSession | undefined = await result(table.get(site));
      if (known && known.token !== insteadOf) return known;
      table.put({ ...known, ...fresh, site });
      await committed(table.transaction);
      return fresh;
    },
    waiting: () => result(outbox('readonly').index('site').getAll(site)),
    add: async (outgoing) => {
      const table = outbox('readwrite');
      const request = table.add({ ...outgoing, site });
      await committed(table.transaction);
      return request.result as number;
    },
    settle: async (done, changed) => {
      const table = outbox('readwrite');
      for (const position of done) table.delete(position);
      for (const one of changed) table.put({ ...one, site });
      await committed(table.transaction);
    },
    clear: async () => {
      const both = database.transaction(['sessions', 'outbox'], 'readwrite');
      both.objectStore('sessions').delete(site);
      const table = both.objectStore('outbox');
      for (const position of await result(table.index('site').getAllKeys(site))) table.delete(position);
      await committed(both);
    },
  };
}

export function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
