import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { visitorWrites } from '../../domain/conversation/visitor-writes.ts';
import type { VisitorCaller } from '../caller.ts';
import { append, type Written } from '../conversation/append.ts';
import { situationOf } from '../conversation/situation-of.ts';

/** A visitor's further message. Whose conversation it is, is asked of the row itself, inside the transaction. */
export async function sendMessage(
  deps: Deps,
  caller: VisitorCaller,
  data: CommandData<'message:send'>,
): Promise<Written> {
  const situation = situationOf(deps, caller.siteId, caller.visitorId);
  const actor = { kind: 'visitor', id: caller.visitorId, name: '' } as const;
  return append(deps, {
    conversationId: data.conversationId,
    clientId: data.clientId,
    fingerprint: { kind: 'message', authorKind: 'visitor', authorId: caller.visitorId, body: data.body },
    mayTouch: (head) => head.visitorId === caller.visitorId && head.siteId === caller.siteId,
    decide: (head) => visitorWrites(head, data.body, actor, situation),
  });
}
