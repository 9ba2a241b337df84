import type { Deps } from '../../deps.ts';
import { localeOf } from '../../domain/mail/ticket-mails.ts';
import { faultOf } from '../../lib/logger.ts';
import type { OpenCaller } from '../caller.ts';
import { mailsLeft } from '../mail/mails-left.ts';

/**
 * TK3: number and address only send a link to that address. Nobody waits for what comes of it, so that neither the answer
 * nor its moment tells whether they match. `number`: null for what is no number of ours.
 */
export async function requestTicketLink(
  deps: Deps,
  caller: OpenCaller,
  { number, address }: { number: number | null; address: string },
): Promise<Record<string, never>> {
  if (number !== null && deps.mailer.canSend) {
    deps.clock.after(0, () => {
      send(deps, caller, number, address).catch((error: unknown) => {
        deps.log.error({ fault: faultOf(error) }, 'a link that was asked for was not sent');
      });
    });
  }
  return {};
}

async function send(deps: Deps, caller: OpenCaller, number: number, address: string): Promise<void> {
  const { store, clock, ids, directory, bus } = deps;
  const ticket = await store.tickets.byNumber(number);
  const conversation = ticket && (await store.conversations.byId(ticket.conversationId));
  const site = ticket && directory.site(ticket.siteId);
  const addressFolded = address.toLowerCase();
  if (!ticket || !site || conversation?.address.toLowerCase() !== addressFolded) return;
  if (!(await mailsLeft(deps, { addressFolded, visitorId: '', client: caller.address }))) return;
  const now = clock.now();
  await store.mails.add({
    id: ids.next('mail'),
    kind: 'link',
    siteId: site.id,
    conversationId: conversation.id,
    ticketId: ticket.id,
    visitorId: conversation.visitorId,
    address: conversation.address,
    addressFolded,
    locale: localeOf(conversation.context, site),
    state: 'waiting',
    attempts: 0,
    dueAt: now,
    createdAt: now,
  });
  bus.publish({ type: 'mailWaits' });
}
