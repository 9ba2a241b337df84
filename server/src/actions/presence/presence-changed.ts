import type { AgentId, SiteId, VisitorId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import { agentRemoved, presenceChanged } from '../../domain/conversation/time-passes.ts';
import type { ConversationHead } from '../../domain/rows.ts';
import { appendOrNull } from '../conversation/append.ts';
import { situationOf } from '../conversation/situation-of.ts';

const listLimit = 200;

type Rule = typeof presenceChanged;

async function applyTo(deps: Deps, conversations: readonly ConversationHead[], rule: Rule): Promise<void> {
  for (const { id, siteId, visitorId } of conversations) {
    const situation = situationOf(deps, siteId, visitorId);
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
export async function visitorPresenceChanged(deps: Deps, visitorId: VisitorId): Promise<void> {
  const own = await deps.store.conversations.listForVisitor(visitorId, listLimit);
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
