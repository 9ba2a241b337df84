import type { AgentId, SiteId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import { agentRemoved, presenceChanged } from '../../domain/conversation/time-passes.ts';
import type { ConversationHead } from '../../domain/rows.ts';
import { appendOrNull } from '../conversation/append.ts';
import { ownConversations } from '../conversation/list-conversations.ts';
import { situationOf } from '../conversation/situation-of.ts';

const listLimit = 200;

type Rule = typeof presenceChanged;

async function applyTo(deps: Deps, conversations: readonly ConversationHead[], rule: Rule): Promise<void> {
  for (const conversation of conversations) {
    const { id, siteId } = conversation;
    const situation = situationOf(deps, siteId, conversation);
    await appendOrNull(deps, {
      conversationId: id,
      clientId: '',
      fingerprint: { kind: 'system', authorKind: 'system', authorId: '', body: '' },
      decide: (head) => rule(head, situation),
    });
  }
}

/** AS3. An agent came, went, or said so: what they have live may now wait for something else. */
export async function agentPresenceChanged(deps: Deps, agentId: AgentId): Promise<void> {
  await applyTo(deps, await deps.store.conversations.activeOfAgent(agentId), presenceChanged);
}

/** CV1. A visitor came or went. */
export async function visitorPresenceChanged(
  deps: Deps,
  visitor: Parameters<typeof ownConversations>[1],
): Promise<void> {
  const own = await ownConversations(deps, visitor, listLimit);
  await applyTo(
    deps,
    own.filter((conversation) => conversation.state === 'active'),
    presenceChanged,
  );
}

/** Nobody waits for an agent whose account is gone, or who left these sites. */
export async function releaseConversationsOf(deps: Deps, agentId: AgentId, siteIds?: readonly SiteId[]): Promise<void> {
  const { conversations } = deps.store;
  const own = [...(await conversations.activeOfAgent(agentId)), ...(await conversations.ticketedOfAgent(agentId))];
  await applyTo(deps, siteIds ? own.filter(({ siteId }) => siteIds.includes(siteId)) : own, agentRemoved);
}
