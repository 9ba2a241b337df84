import * as v from 'valibot';
import type { VisitorConversation } from '../entities/conversation.ts';
import type { Entry } from '../entities/entry.ts';
import type { VisitorTicket } from '../entities/ticket.ts';
import type { Locale } from '../vocabulary.ts';
import * as f from './fields.ts';
import { command } from './spec.ts';
import type { SentAnswer } from './visitor.ts';

/** A ticket as its visitor sees it, for whoever holds a link to it (TK3); nothing internal (CV5). */
export interface LinkedTicket {
  site: { key: string; name: string; accent: string };
  /** The one that the visitor wrote in. */
  locale: Locale;
  /** As it is now, whatever has become of the conversation. */
  ticket: VisitorTicket;
  conversation: VisitorConversation;
  /** What follows `afterSeq`, or the last page of all when `isSnapshot`. */
  entries: Entry[];
  isSnapshot: boolean;
}

/** What the page behind a ticket's link asks for; every call carries the secret of the link's fragment. */
export const ticketLinkCommands = {
  /** Uses nothing up: it may be opened as often as one likes until it expires or is revoked. */
  'ticketLink:open': command<LinkedTicket>()({
    by: 'anyone',
    kind: 'write',
    rate: 'write',
    input: v.object({
      secret: f.secret,
      afterSeq: v.optional(f.seq, 0),
      /** As long as this it waits for something new before it answers, ms. */
      waitMs: v.optional(f.whole(0, 25_000), 0),
      /** With `waitMs`: the version already known; a newer one is news too. */
      knownVersion: v.optional(f.seq, 0),
    }),
  }),
  /** A message of the ticket's visitor, as from their own window (DL1). */
  'ticketLink:send': command<SentAnswer>()({
    by: 'anyone',
    kind: 'write',
    rate: 'write',
    input: v.pipe(v.object({ secret: f.secret, clientId: f.clientId, ...f.said }), f.notBlank()),
  }),
  /** Mails a link to this address if it is the one of this ticket; the answer is the same whether or not it is. */
  'ticketLink:request': command<Record<string, never>>()({
    by: 'anyone',
    kind: 'write',
    rate: 'secret',
    input: v.object({ number: v.pipe(f.line(40), v.trim()), address: f.email }),
  }),
};
