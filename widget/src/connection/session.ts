import type { VisitorSession } from '@ventanilla/shared/wire/visitor';
import { type Door, Unreachable } from './door.ts';
import type { Store } from './store.ts';

/**
 * Who this browser is on this site: asked for once, when there is something to say. `onGone`: another tab has forgotten this
 * visitor (PR1), and `other` is there now, if anybody.
 */
export function createSession(store: Store, door: Door, onGone: (other: VisitorSession | undefined) => void) {
  let mine: VisitorSession | undefined;

  async function create(insteadOf?: string): Promise<VisitorSession> {
    const answer = await door.call('visitor:create', {});
    if (!answer.ok) throw new Unreachable(answer.error);
    mine = await store.adoptSession(answer.data, insteadOf);
    return mine;
  }

  /** Read each time: another tab, or `identify`, may have changed it. */
  async function known(): Promise<VisitorSession | undefined> {
    const kept = await store.session();
    if (mine && kept?.visitorId !== mine.visitorId) {
      onGone(kept);
      throw new Unreachable();
    }
    mine = kept;
    return kept;
  }

  return {
    /** Rejects with `Unreachable` when this visitor is gone. */
    known,
    get: async (): Promise<VisitorSession> => (await known()) ?? create(),
    /** The server no longer takes this token. It is kept until there is another: resolves to whether there is one. */
    async renew(): Promise<boolean> {
      try {
        await create(mine?.token);
        return true;
      } catch {
        return false;
      }
    },
  };
}
