import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { openTicketLink } from '../../actions/ticket-link/open-ticket-link.ts';
import { requestTicketLink } from '../../actions/ticket-link/request-ticket-link.ts';
import { sendByTicketLink } from '../../actions/ticket-link/send-by-ticket-link.ts';
import { localeOf } from '../../domain/mail/ticket-mails.ts';
import type { HandlerTable } from '../handlers.ts';
import { presentVisitorConversation } from '../present/conversation.ts';
import { presentVisitorEntries } from '../present/entry.ts';
import { presentVisitorTicket, readTicketNumber } from '../present/ticket.ts';
import { presentSent } from './visitor.ts';

/** What the page of a ticket's link asks for. */
export const ticketLinkHandlers = {
  'ticketLink:open': async (deps, caller, data) => {
    const { site, ticket, conversation, entries, isSnapshot } = await openTicketLink(deps, caller, data);
    return {
      site: { key: site.key, name: site.name, accent: site.accent },
      locale: localeOf(conversation.context, site),
      ticket: presentVisitorTicket(deps.directory, ticket),
      conversation: withoutAddress(presentVisitorConversation(deps, conversation)),
      entries: presentVisitorEntries(deps.directory, entries),
      isSnapshot,
    };
  },
  'ticketLink:send': async (deps, caller, data) => {
    const sent = presentSent(deps, await sendByTicketLink(deps, caller, data));
    return { ...sent, conversation: withoutAddress(sent.conversation) };
  },
  'ticketLink:request': (deps, caller, { number, address }) =>
    requestTicketLink(deps, caller, { number: readTicketNumber(deps.directory, number.toUpperCase()), address }),
} satisfies Partial<HandlerTable>;

/** Whoever holds a link neither learns where mails go nor sends them elsewhere. */
function withoutAddress(conversation: VisitorConversation): VisitorConversation {
  return { ...conversation, address: null };
}
