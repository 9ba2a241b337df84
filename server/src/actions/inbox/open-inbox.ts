import type { Deps } from '../../deps.ts';
import type { InboxRow } from '../../storage/store.ts';
import type { AgentCaller } from '../caller.ts';

const inboxLimit = 500;

/** Everything that waits or is being worked on, of the agent's sites. */
export async function openInbox(
  deps: Deps,
  caller: AgentCaller,
): Promise<{ conversations: InboxRow[]; position: number }> {
  const position = await deps.store.events.currentPosition();
  const conversations = await deps.store.conversations.inbox({ siteIds: caller.siteIds, limit: inboxLimit });
  return { conversations, position };
}
