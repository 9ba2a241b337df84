import { limits } from '@ventanilla/shared/limits';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { InboxRow } from '../../storage/store.ts';
import type { AgentCaller } from '../caller.ts';

export interface OpenedInbox {
  conversations: InboxRow[];
  position: number;
  isSnapshot: boolean;
  isTruncated: boolean;
}

const agentEventsLookedAt = 20;

/**
 * Everything that waits or is being worked on, of the agent's sites; or what has changed there since `afterPosition`. The
 * position is read first: what comes meanwhile is told twice, never missed (DL9).
 */
export async function openInbox(
  deps: Deps,
  caller: AgentCaller,
  { afterPosition }: CommandData<'inbox:open'>,
): Promise<OpenedInbox> {
  const position = await deps.store.events.currentPosition();
  const isKnown = afterPosition > 0 && afterPosition <= position;
  const changed = isKnown ? await changesSince(deps, caller, afterPosition) : null;
  if (changed) return { conversations: changed, position, isSnapshot: false, isTruncated: false };
  const limit = limits.inboxRows;
  const rows = await deps.store.conversations.inbox({ siteIds: caller.siteIds, limit: limit + 1 });
  const conversations = rows.slice(0, limit);
  return { conversations, position, isSnapshot: true, isTruncated: rows.length > limit };
}

/** Null when a snapshot says it better. A constant number of queries, however much has changed. */
async function changesSince(
  { store }: Deps,
  { agentId, siteIds }: AgentCaller,
  position: number,
): Promise<InboxRow[] | null> {
  const limit = limits.changesPerAnswer;
  const [entries, events, ofAgent] = await Promise.all([
    store.entries.afterPosition(siteIds, position, limit + 1),
    store.events.afterPosition(siteIds, position, limit + 1),
    store.events.ofSubject('agent', agentId, agentEventsLookedAt),
  ]);
  const since = ofAgent.filter((event) => event.position > position);
  const mayHaveMoved = since.length === agentEventsLookedAt || since.some(({ type }) => type === 'agent.sitesChanged');
  if (mayHaveMoved || entries.length > limit || events.length > limit) return null;

  const subjects = (kind: string) =>
    events.filter((event) => event.subjectKind === kind).map((event) => event.subjectId);
  const tickets = await store.tickets.byIds(subjects('ticket'));
  const ids = new Set([
    ...entries.map((entry) => entry.conversationId),
    ...subjects('conversation'),
    ...tickets.map((ticket) => ticket.conversationId),
  ]);
  return store.conversations.inboxRows([...ids]);
}
