import type { SystemLine } from '../../../vocabulary.ts';

/** What a conversation says. `{…}` are slots for values. */
export interface TalkTexts {
  you: string;
  conversation: string;
  empty: string;
  writeHere: string;
  addToTicket: string;
  yourMessage: string;
  send: string;
  attach: string;

  sending: string;
  waiting: string;
  sent: string;
  read: string;
  notSent: string;
  waitingTitle: string;
  waitingMany: string;
  /** Above what has come since its reader looked last. */
  newLine: string;

  offline: string;

  activeStatus: string;

  queuedTitle: string;

  ticketName: string;

  ticketStatus: { new: string; open: string; pending: string; onHold: string; solved: string; closed: string };

  line: {
    taken: string;
    handed_over: string;
    returned_to_queue: string;
    ticketed: string;
    ended: string;
    withdrawn: string;
    reopened: string;
    status_changed: string;
    /** Others are not for visitors. */
  } & { [line in SystemLine]?: string };
}
