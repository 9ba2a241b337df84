import type { AgentId, ConversationId } from '@ventanilla/shared/ids';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { type ClosedHead, isClosed } from '../../domain/conversation/closed.ts';
import { newFollowUp, startFollowUp } from '../../domain/conversation/follow-up.ts';
import { visitorWrites } from '../../domain/conversation/visitor-writes.ts';
import { withFiles } from '../../domain/file/with-files.ts';
import type { ConversationRow } from '../../domain/rows.ts';
import { AppError } from '../app-error.ts';
import type { VisitorCaller } from '../caller.ts';
import { ensureVisitor } from '../visitor/ensure-visitor.ts';
import { owns } from '../visitor/owns.ts';
import { append, type Written } from './append.ts';
import { situationOf } from './situation-of.ts';

type Said = Pick<CommandData<'message:send'>, 'clientId' | 'body' | 'fileIds'>;

/** This visitor's own, if its ticket is closed; else null. */
export async function ownClosed(
  { store }: Deps,
  caller: VisitorCaller,
  id: ConversationId,
): Promise<ClosedHead | null> {
  const head = await store.conversations.byId(id);
  return head && owns(caller, head) && isClosed(head) ? head : null;
}

/**
 * TK4. What is written after a ticket was closed goes into the one conversation that follows it, whichever way it comes and
 * however often (DL1): the first words start it, as a ticket; if that one is closed by now, into the one after it.
 */
export async function followUp(
  deps: Deps,
  caller: VisitorCaller,
  closed: ClosedHead,
  said: Said,
  context: ConversationRow['context'] = closed.context,
): Promise<Written> {
  await ensureVisitor(deps, caller);
  const situation = situationOf(deps, caller.siteId, closed);
  const id = deps.ids.next('conversation');
  const start = newFollowUp(closed, { id, context, assigneeId: stillHere(deps, closed) }, said.body, situation);
  const actor = { kind: 'visitor', id: caller.visitorId, name: '' } as const;
  try {
    return await append(deps, {
      conversationId: id,
      start,
      clientId: said.clientId,
      fingerprint: { kind: 'message', authorKind: 'visitor', authorId: caller.visitorId, body: said.body },
      fileIds: said.fileIds,
      decide: (head, files) =>
        withFiles(head, files, said.fileIds, actor, (named) =>
          named.lastSeq === 0
            ? startFollowUp(named, closed, said.body, actor, situation)
            : visitorWrites(named, said.body, actor, situation),
        ),
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_writable') throw error;
    const next = await deps.store.conversations.byStartId(closed.visitorId, start.startId);
    if (!next || !isClosed(next)) throw error;
    return followUp(deps, caller, next, said, context);
  }
}

/** Who had the ticket goes on with it, unless they have left the desk or the site. */
function stillHere({ directory }: Deps, { ticket, siteId }: ClosedHead): AgentId | '' {
  const agent = ticket.assigneeId === '' ? null : directory.agent(ticket.assigneeId);
  return agent && agent.removedAt === 0 && agent.siteIds.includes(siteId) ? agent.id : '';
}
