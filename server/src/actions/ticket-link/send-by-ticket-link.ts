import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { OpenCaller } from '../caller.ts';
import type { Written } from '../conversation/append.ts';
import { sendMessage } from '../message/send-message.ts';
import { linked } from './linked-caller.ts';

/** The same action as in the visitor's own window, so the same id is the same message wherever it was sent (DL1). */
export async function sendByTicketLink(
  deps: Deps,
  caller: OpenCaller,
  { secret, ...said }: CommandData<'ticketLink:send'>,
): Promise<Written> {
  const { conversation, caller: visitor } = await linked(deps, caller, secret);
  return sendMessage(deps, visitor, { ...said, conversationId: conversation.id });
}
