import type { Deps } from '../../deps.ts';
import type { Situation } from '../../domain/conversation/situation.ts';
import type { Decision } from '../../domain/decision.ts';
import type { ConversationHead, ConversationRow } from '../../domain/rows.ts';
import { appendOrNull } from './append.ts';
import { situationOf } from './situation-of.ts';

/** What time alone brings to each of them; the rule is asked inside the transaction. The answer: how many it changed. */
export async function appendToDue(
  deps: Deps,
  due: readonly Pick<ConversationRow, 'id' | 'siteId' | 'visitorId' | 'requesterId'>[],
  rule: (head: ConversationHead, situation: Situation) => Decision,
): Promise<number> {
  const results = await Promise.all(
    due.map((conversation) => {
      const { id, siteId } = conversation;
      const situation = situationOf(deps, siteId, conversation);
      return appendOrNull(deps, {
        conversationId: id,
        clientId: '',
        fingerprint: { kind: 'system', authorKind: 'system', authorId: '', body: '' },
        decide: (head) => rule(head, situation),
      });
    }),
  );
  return results.filter((result) => result !== null).length;
}
