import type { VisitorSession } from '@ventanilla/shared/wire/visitor';
import { type Door, Unreachable } from './door.ts';
import type { Store } from './store.ts';

/** Who this browser is on this site: asked for once, when there is something to say. */
export function createSession(store: Store, door: Door) {
  let current: Promise<VisitorSession> | undefined;

  async function find(): Promise<VisitorSession> {
    const known = await store.session();
    if (known) return known;
    const answer = await door.call('visitor:create', {});
    if (!answer.ok) throw new Unreachable(answer.error);
    return store.adoptSession(answer.data);
  }

  return {
    isKnown: async () => (await store.session()) !== undefined,
    get(): Promise<VisitorSession> {
      current ??= find().catch((error: unknown) => {
        current = undefined;
        throw error;
      });
      return current;
    },
    /** The server no longer takes this token: the next `get` asks for another. */
    async renew(): Promise<void> {
      const old = await current;
      current = undefined;
      if (old) await store.dropSession(old.token);
    },
  };
}
