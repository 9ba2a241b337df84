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

export async function openStore(site: string): Promise<Store> {
  try {
    return databaseStore(await openDatabase(), site);
  } catch {
    return nothing;
  }
}

/** Has somebody here a session on this site? Only looks: where there is no database there is none afterwards (PR1). */
export async function isKnown(site: string): Promise<boolean> {
  try {
    const database = await openDatabase(true);
    const session = await databaseStore(database, site).session();
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
  add: () => Promise.reject(new Error('storage is blocked')),
  settle: async () => {},
  clear: async () => {
    remembered = undefined;
  },
};

function openDatabase(onlyLook = false): Promise<IDBDatabase> {
  const request = indexedDB.open('ventanilla', 1);
  request.onupgradeneeded = () => {
    if (onlyLook) return request.transaction?.abort();
    request.result.createObjectStore('sessions', { keyPath: 'site' });
    request.result
      .createObjectStore('outbox', { keyPath: 'position', autoIncrement: true })
      .createIndex('site', 'site');
  };
  return result(request);
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
      table.put({ ...fresh, site });
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

function result<T>(request: IDBRequest<T>): Promise<T> {
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
