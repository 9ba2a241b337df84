import type { TicketId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import { hashSecret } from '../../lib/ids.ts';
import type { ConversationDetail } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';
import type { Caller, VisitorCaller } from '../caller.ts';

export interface Linked {
  ticketId: TicketId;
  conversation: ConversationDetail;
  /** The ticket's visitor, as whom whoever holds the link may read and write here, and nowhere else. */
  caller: VisitorCaller;
}

/**
 * What a link's secret opens; unknown, expired, revoked and sent to an address that is no longer the ticket's answer
 * alike. Looking uses nothing up, so a mail scanner may.
 */
export async function linked(deps: Deps, caller: Caller, secret: string): Promise<Linked> {
  const { store, clock, directory } = deps;
  const link = await store.ticketLinks.byTokenHash(hashSecret(secret));
  const isAlive = link && link.revokedAt === 0 && link.expiresAt > clock.now();
  const conversation = isAlive ? await store.conversations.byId(link.conversationId) : null;
  if (!link || !conversation) throw new AppError('link_expired');
  const { visitorId, siteId, address } = conversation;
  const [site, visitor] = [directory.site(siteId), await store.visitors.byId(visitorId)];
  const isOpen = address.toLowerCase() === link.addressFolded && site?.disabledAt === 0 && visitor?.blockedAt === 0;
  if (!isOpen) throw new AppError('link_expired');
  const { requestId, locale, address: client } = caller;
  return {
    ticketId: link.ticketId,
    conversation,
    caller: { kind: 'visitor', visitorId, siteId, requesterId: '', requestId, locale, address: client },
  };
}
