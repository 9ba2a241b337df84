import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { visitorWrites } from '../../domain/conversation/visitor-writes.ts';
import { AppError } from '../app-error.ts';
import type { VisitorCaller } from '../caller.ts';
import type { Written } from '../conversation/append.ts';
import { followUp, ownClosed } from '../conversation/follow-up.ts';
import { visitorAppend } from '../conversation/visitor-append.ts';

/** A visitor's further message; into a conversation of its own where the ticket is closed (TK4). */
export async function sendMessage(
  deps: Deps,
  caller: VisitorCaller,
  data: CommandData<'message:send'>,
): Promise<Written> {
  try {
    return await visitorAppend(deps, caller, data.conversationId, data, (head, visitor, situation) =>
      visitorWrites(head, data.body, visitor, situation),
    );
  } catch (error) {
    const isOver = error instanceof AppError && error.code === 'not_writable';
    const closed = isOver ? await ownClosed(deps, caller, data.conversationId) : null;
    if (!closed) throw error;
    return followUp(deps, caller, closed, data);
  }
}
