import type { ConversationId, FileId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import type { AgentActor } from '../../domain/conversation/agent-acts.ts';
import type { Situation } from '../../domain/conversation/situation.ts';
import type { Decision } from '../../domain/decision.ts';
import { withFiles } from '../../domain/file/with-files.ts';
import type { ConversationHead } from '../../domain/rows.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { append, type Written } from './append.ts';
import { actorOf, situationOf } from './situation-of.ts';

interface AgentWords {
  clientId: string;
  kind: 'message' | 'note';
  body: string;
  fileIds: readonly FileId[];
}

type Rule = (head: ConversationHead, agent: AgentActor, situation: Situation) => Decision;

/** What every act of an agent on a conversation shares: it must be of one of their sites, and the rule decides. */
export async function agentAppend(
  deps: Deps,
  caller: AgentCaller,
  conversationId: ConversationId,
  words: AgentWords | null,
  rule: Rule,
): Promise<Written> {
  const agent = actorOf(deps, caller);
  const target = await deps.store.conversations.byId(conversationId);
  if (!target || !caller.siteIds.includes(target.siteId)) throw new AppError('not_found');
  const fileIds = words?.fileIds ?? [];
  const situation = situationOf(deps, target.siteId, target);
  return append(deps, {
    conversationId,
    clientId: words?.clientId ?? '',
    fingerprint: { kind: words?.kind ?? 'system', authorKind: 'agent', authorId: agent.id, body: words?.body ?? '' },
    fileIds,
    mayTouch: (head) => caller.siteIds.includes(head.siteId),
    decide: (head, files) => withFiles(head, files, fileIds, agent, (named) => rule(named, agent, situation)),
  });
}
