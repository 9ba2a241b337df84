import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { giveAddress as giveAddressRule } from '../../domain/conversation/requester.ts';
import { AppError } from '../app-error.ts';
import type { VisitorCaller } from '../caller.ts';
import type { Written } from '../conversation/append.ts';
import { ownConversation } from '../conversation/sync-conversation.ts';
import { visitorAppend } from '../conversation/visitor-append.ts';
import { mailsLeft } from '../mail/mails-left.ts';

/** CV3: where the conversation goes on without its visitor. Links that an earlier address got open nothing any more. */
export async function giveAddress(
  deps: Deps,
  caller: VisitorCaller,
  data: CommandData<'address:give'>,
): Promise<Written> {
  const { address, conversationId } = data;
  const known = await ownConversation(deps, caller, conversationId);
  const addressFolded = address.toLowerCase();
  const isNew = known.address.toLowerCase() !== addressFolded;
  if (isNew && !(await mailsLeft(deps, { addressFolded, visitorId: caller.visitorId, client: caller.address }))) {
    throw new AppError('rate_limited', { retryAfterMs: 60 * 60_000 });
  }
  const written = await visitorAppend(deps, caller, conversationId, null, (head, visitor, situation) =>
    giveAddressRule(head, address, visitor, situation),
  );
  if (!isNew) return written;
  await deps.store.ticketLinks.revoke(conversationId, addressFolded, deps.clock.now());
  const { requesterId } = written.conversation;
  if (requesterId !== '') deps.bus.publish({ type: 'requesterChanged', requesterId });
  return written;
}
