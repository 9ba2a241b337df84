import type { ConversationId, FileId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import type { Actor, Situation } from '../../domain/conversation/situation.ts';
import type { Decision } from '../../domain/decision.ts';
import { withFiles } from '../../domain/file/with-files.ts';
import type { ConversationHead } from '../../domain/rows.ts';
import type { VisitorCaller } from '../caller.ts';
import { mustNotBeBlocked } from '../visitor/not-blocked.ts';
import { owns } from '../visitor/owns.ts';
import { append, type Written } from './append.ts';
import { situationOf } from './situation-of.ts';

type Rule = (head: ConversationHead, visitor: Actor, situation: Situation) => Decision;

/** What every act of a visitor on their conversation shares. Whose it is, is asked of the row, inside the transaction. */
export async function visitorAppend(
  deps: Deps,
  caller: VisitorCaller,
  conversationId: ConversationId,
  words: { clientId: string; body: string; fileIds: readonly FileId[] } | null,
  rule: Rule,
): Promise<Written> {
  mustNotBeBlocked(deps, caller.visitorId);
  const situation = situationOf(deps, caller.siteId, caller);
  const fileIds = words?.fileIds ?? [];
  const visitor = { kind: 'visitor', id: caller.visitorId, name: '' } as const;
  return append(deps, {
    conversationId,
    clientId: words?.clientId ?? '',
    fingerprint: {
      kind: words ? 'message' : 'system',
      authorKind: 'visitor',
      authorId: caller.visitorId,
      body: words?.body ?? '',
    },
    fileIds,
    mayTouch: (head) => owns(caller, head),
    decide: (head, files) => withFiles(head, files, fileIds, visitor, (named) => rule(named, visitor, situation)),
  });
}
