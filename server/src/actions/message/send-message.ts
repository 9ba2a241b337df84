import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { visitorWrites } from '../../domain/conversation/visitor-writes.ts';
import type { VisitorCaller } from '../caller.ts';
import type { Written } from '../conversation/append.ts';
import { visitorAppend } from '../conversation/visitor-append.ts';

/** A visitor's further message. */
export async function sendMessage(
  deps: Deps,
  caller: VisitorCaller,
  data: CommandData<'message:send'>,
): Promise<Written> {
  return visitorAppend(deps, caller, data.conversationId, data, (head, visitor, situation) =>
    visitorWrites(head, data.body, visitor, situation),
  );
}
