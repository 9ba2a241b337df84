import type { VisitorSession } from '@ventanilla/shared/wire/visitor';
import { openDatabase, result } from './store.ts';

/** As the browser keeps it: with the session, so that it comes with the first word (PR1) and goes with the visitor. */
type Kept = VisitorSession & { site: string; isQuiet?: boolean };

/** Does this browser's visitor want no sound? Where a choice could not be kept there is none. */
export async function isQuiet(site: string): Promise<boolean> {
  const kept = await withSessions('readonly', (sessions) => result<Kept | undefined>(sessions.get(site)));
  return kept?.isQuiet ?? kept === undefined;
}

export async function keepQuiet(site: string, isQuiet: boolean): Promise<void> {
  await withSessions('readwrite', async (sessions) => {
    const kept = await result<Kept | undefined>(sessions.get(site));
    if (kept) sessions.put({ ...kept, isQuiet });
  });
}

/** Undefined where the browser keeps nothing. */
async function withSessions<T>(
  mode: IDBTransactionMode,
  act: (sessions: IDBObjectStore) => Promise<T>,
): Promise<T | undefined> {
  try {
    const database = await openDatabase(true);
    const done = act(database.transaction('sessions', mode).objectStore('sessions'));
    // It closes once its transactions are done.
    database.close();
    return await done;
  } catch {
    return undefined;
  }
}
