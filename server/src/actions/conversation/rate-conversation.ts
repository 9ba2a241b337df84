import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { rate } from '../../domain/conversation/rating.ts';
import type { VisitorCaller } from '../caller.ts';
import type { Written } from './append.ts';
import { visitorAppend } from './visitor-append.ts';

/** One tap; a later rating replaces the first, and history keeps both. */
export async function rateConversation(
  deps: Deps,
  caller: VisitorCaller,
  { conversationId, rating, comment }: CommandData<'conversation:rate'>,
): Promise<Written> {
  return visitorAppend(deps, caller, conversationId, null, (head, visitor, situation) =>
    rate(head, rating, comment, visitor, situation),
  );
}
