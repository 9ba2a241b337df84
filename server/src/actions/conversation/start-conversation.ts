import { idPrefixes } from '@ventanilla/shared/ids';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { newConversation, startConversation, visitorWrites } from '../../domain/conversation/visitor-writes.ts';
import { withFiles } from '../../domain/file/with-files.ts';
import type { ConversationHead, VisitorRow } from '../../domain/rows.ts';
import type { VisitorCaller } from '../caller.ts';
import { ensureVisitor } from '../visitor/ensure-visitor.ts';
import { append, type Written } from './append.ts';
import { followUp, ownClosed } from './follow-up.ts';
import { situationOf } from './situation-of.ts';

/** A known start id with words that are new: they are a further message, whatever has become of the conversation. */
function begins(head: ConversationHead) {
  return head.lastSeq === 0 ? startConversation : visitorWrites;
}

/** What their requester is known by, from an earlier conversation or from the site. */
async function addressOf({ store, mailer }: Deps, { requesterId }: VisitorRow): Promise<string> {
  if (!mailer.canSend || requesterId === '') return '';
  return (await store.requesters.byId(requesterId))?.email ?? '';
}

/**
 * DL1: the conversation and its first message are one command; sending it again gives the same conversation and message.
 * The id of a closed conversation as start id makes the one that follows it (TK4).
 */
export async function start(
  deps: Deps,
  caller: VisitorCaller,
  data: CommandData<'conversation:start'>,
): Promise<Written> {
  const context = { ...data.context, ...(data.locale && { locale: data.locale }) };
  const closed = await ownClosed(deps, caller, `${idPrefixes.conversation}_${data.startId}`);
  if (closed) return followUp(deps, caller, closed, data, context);
  const visitor = await ensureVisitor(deps, caller);
  const situation = situationOf(deps, caller.siteId, { visitorId: visitor.id, requesterId: visitor.requesterId });
  const conversation = newConversation(
    {
      id: deps.ids.next('conversation'),
      visitorId: caller.visitorId,
      requesterId: visitor.requesterId,
      startId: data.startId,
      context,
      address: await addressOf(deps, visitor),
    },
    data.body,
    situation,
  );
  const actor = { kind: 'visitor', id: caller.visitorId, name: '' } as const;
  return append(deps, {
    conversationId: conversation.id,
    start: conversation,
    clientId: data.clientId,
    fingerprint: { kind: 'message', authorKind: 'visitor', authorId: caller.visitorId, body: data.body },
    fileIds: data.fileIds,
    decide: (head, files) =>
      withFiles(head, files, data.fileIds, actor, (named) => begins(named)(named, data.body, actor, situation)),
  });
}
