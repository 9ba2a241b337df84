import { agentPresenceChanged, releaseConversationsOf } from '../actions/presence/presence-changed.ts';
import type { Deps } from '../deps.ts';
import { faultOf } from '../lib/logger.ts';

/** When agents come, go or leave for good, what they have live is looked at again. */
export function startPresenceWatch(deps: Deps): { close(): Promise<void> } {
  let tail: Promise<void> = Promise.resolve();
  const queue = (task: () => Promise<void>) => {
    tail = tail.then(task).catch((error: unknown) => {
      deps.log.error({ fault: faultOf(error) }, 'presence could not be applied; the deadlines still run');
    });
  };
  const unsubscribe = deps.bus.subscribe((happening) => {
    if (happening.type === 'agentChanged') queue(() => agentPresenceChanged(deps, happening.agentId));
    if (happening.type === 'agentRemoved') queue(() => releaseConversationsOf(deps, happening.agentId));
  });
  // Whoever was removed just before the process ended last time.
  queue(async () => {
    const removed = (await deps.store.agents.list()).filter((agent) => agent.removedAt > 0);
    for (const { id } of removed) await releaseConversationsOf(deps, id);
  });

  return {
    async close() {
      unsubscribe();
      await tail;
    },
  };
}
