import type { AgentId } from '@ventanilla/shared/ids';
import { agentPresenceChanged, releaseConversationsOf } from '../actions/presence/presence-changed.ts';
import type { Deps } from '../deps.ts';
import { faultOf } from '../lib/logger.ts';
import { returnMs } from '../lib/presence.ts';

/**
 * When agents come, go or leave for good, what they have live is looked at again. A restart is no absence: whoever was
 * connected before it counts as present until they had time to come back.
 */
export function startPresenceWatch(deps: Deps): { close(): Promise<void> } {
  let tail: Promise<void> = Promise.resolve();
  const queue = (task: () => Promise<void>) => {
    tail = tail.then(task).catch((error: unknown) => {
      deps.log.error({ fault: faultOf(error) }, 'presence could not be applied; the deadlines still run');
    });
  };
  const unsubscribe = deps.bus.subscribe((happening) => {
    if (happening.type === 'agentChanged') queue(() => agentCameOrWent(happening.agentId));
    if (happening.type === 'agentRemoved') queue(() => releaseConversationsOf(deps, happening.agentId));
  });
  async function agentCameOrWent(agentId: AgentId): Promise<void> {
    await deps.store.agents.noteConnected(agentId, deps.presence.isConnected(agentId));
    await agentPresenceChanged(deps, agentId);
  }

  for (const { id } of deps.directory.agents().filter(({ wasConnected }) => wasConnected)) {
    deps.presence.opened(id);
    deps.clock.after(returnMs, () => {
      if (deps.presence.closed(id)) deps.bus.publish({ type: 'agentChanged', agentId: id });
    });
  }
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
