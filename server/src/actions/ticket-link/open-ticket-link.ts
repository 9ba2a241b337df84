import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { SiteRow } from '../../domain/rows.ts';
import type { TicketDetail } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';
import type { OpenCaller } from '../caller.ts';
import { type Synced, syncConversation } from '../conversation/sync-conversation.ts';
import { readMessage } from '../message/read-message.ts';
import { linked } from './linked-caller.ts';

export interface OpenedLink extends Synced {
  site: SiteRow;
  ticket: TicketDetail;
}

/** TK3: the visitor's view of the ticket that a link stands for. */
export async function openTicketLink(
  deps: Deps,
  caller: OpenCaller,
  { secret, ...data }: CommandData<'ticketLink:open'>,
): Promise<OpenedLink> {
  const { ticketId, conversation, caller: visitor } = await linked(deps, caller, secret);
  // Whoever asks for what follows has seen what was before (DL8).
  await readMessage(deps, visitor, { conversationId: conversation.id, seq: data.afterSeq });
  const synced = await syncConversation(deps, visitor, { ...data, beforeSeq: 0, conversationId: conversation.id });
  const [site, ticket] = [deps.directory.site(conversation.siteId), await deps.store.tickets.byId(ticketId)];
  if (!site || !ticket) throw new AppError('link_expired');
  return { ...synced, site, ticket };
}
