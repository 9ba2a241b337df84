import type { TicketReason } from '../../../vocabulary.ts';

/** The card of a ticket. `{…}` are slots for values. */
export interface TicketTexts {
  /** Why it became one (TK1); `{number}` is the closed one that it goes on from. */
  reason: Record<TicketReason, string>;
  ticketTitle: string;
  holder: string;
  holderGroup: string;
  /** Of a group without a name of its own. */
  holderTeam: string;
  due: string;
  /** The promised moment is over. */
  late: string;
  receivedAt: string;
  follow: string;
  /** In place of it while the answer is theirs to give. */
  yourTurn: string;

  /** Where the conversation goes on by mail. */
  address: {
    /** Of a ticket. */
    ask: string;
    hint: string;
    /** `{address}` gets the number, and is told of answers. */
    saved: string;
    /** Where this browser keeps nothing, before there is a ticket. */
    askBefore: string;
    hintBefore: string;
    savedBefore: string;
    save: string;
    saving: string;
    change: string;
    notSaved: string;
    notSavedOffline: string;
  };
}
