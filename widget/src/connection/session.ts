import type { VisitorSession } from '@ventanilla/shared/wire/visitor';
import { type Door, Unreachable } from './door.ts';
import type { Store } from './store.ts';

/** Who this browser is on this site: asked for once, when there is something to say. */
export function createSession(store: Store, door: Door) {
  let current: Promise<VisitorSession> | undefined;

  async function create(insteadOf?: string): Promise<VisitorSession> {
    const answer = await door.call('visitor:create', {});
    if (!answer.ok) throw new Unreachable(answer.error);
    return store.adoptSession(answer.data, insteadOf);
  }

  return {
    isKnown: async () => (await store.session()) !== undefined,
    async get(): Promise<VisitorSession> {
      current ??= store.session().then((known) => known ?? create());
      try {
        return await current;
      } catch (error) {
        current = undefined;
        throw error;
      }
    },
    /** The server no longer takes this token. It is kept until there is another: resolves to whether there is one. */
    async renew(): Promise<boolean> {
      try {
        const fresh = await create((await current)?.token);
        current = Promise.resolve(fresh);
        return true;
      } catch {
        return false;
      }
    },
  };
}
