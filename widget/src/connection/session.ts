import type { VisitorSession } from '@ventanilla/shared/wire/visitor';
import { type Door, Unreachable } from './door.ts';
import type { Store } from './store.ts';

/** Who this browser is on this site: asked for once, when there is something to say. */
export function createSession(store: Store, door: Door) {
  async function create(insteadOf?: string): Promise<VisitorSession> {
    const answer = await door.call('visitor:create', {});
    if (!answer.ok) throw new Unreachable(answer.error);
    return store.adoptSession(answer.data, insteadOf);
  }

  return {
    isKnown: async () => (await store.session()) !== undefined,
    /** Read each time: another tab, or `identify`, may have changed it. */
    get: async (): Promise<VisitorSession> => (await store.session()) ?? create(),
    /** The server no longer takes this token. It is kept until there is another: resolves to whether there is one. */
    async renew(): Promise<boolean> {
      try {
        await create((await store.session())?.token);
        return true;
      } catch {
        return false;
      }
    },
  };
}
