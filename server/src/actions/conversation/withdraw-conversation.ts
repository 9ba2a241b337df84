import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { withdraw } from '../../domain/conversation/ending.ts';
import type { VisitorCaller } from '../caller.ts';
import type { Written } from './append.ts';
import { visitorAppend } from './visitor-append.ts';

/** CV1: the visitor no longer needs it. */
export async function withdrawConversation(
  deps: Deps,
  caller: VisitorCaller,
  data: CommandData<'conversation:withdraw'>,
): Promise<Written> {
  return visitorAppend(deps, caller, data.conversationId, null, withdraw);
}
