import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { confirm } from '../../domain/conversation/ending.ts';
import type { VisitorCaller } from '../caller.ts';
import type { Written } from './append.ts';
import { visitorAppend } from './visitor-append.ts';

/** "Is it solved?" */
export async function confirmConversation(
  deps: Deps,
  caller: VisitorCaller,
  data: CommandData<'conversation:confirm'>,
): Promise<Written> {
  return visitorAppend(deps, caller, data.conversationId, null, (head, visitor, situation) =>
    confirm(head, data.isSolved, visitor, situation),
  );
}
