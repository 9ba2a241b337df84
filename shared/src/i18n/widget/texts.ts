import type { ErrorCode } from '../../wire/errors.ts';

/** Every sentence of the widget. `{…}` are slots for values. */
export interface WidgetTexts {
  /** Name of the panel, for screen readers: `{site}`. */
  panel: string;
  close: string;
  back: string;

  open: string;
  closed: string;
  ask: string;
  askHint: string;
  writeToPerson: string;
  leaveMessage: string;
  carried: string;
  mine: string;
  loading: string;

  you: string;
  conversation: string;
  empty: string;
  emptyClosed: string;
  writeHere: string;
  addToTicket: string;
  yourMessage: string;
  send: string;

  sending: string;
  waiting: string;
  sent: string;
  read: string;
  notSent: string;
  tryAgain: string;
  discard: string;
  waitingTitle: string;
  waitingMany: string;

  reconnecting: string;
  offline: string;
  offlineKept: string;
  tryNow: string;
  keepOpen: string;
  refused: string;
  loadFailed: string;

  activeStatus: string;
  queuedTitle: string;
  queuedPromise: string;
  queuedKept: string;
  writeAgain: string;

  ticketTitle: string;
  ticketName: string;
  holder: string;
  holderGroup: string;
  due: string;
  receivedAt: string;
  follow: string;

  /** Short words for a row of the list. */
  state: { queued: string; active: string; answered: string; withdrawn: string; discarded: string };
  ticketStatus: { new: string; open: string; pending: string; onHold: string; solved: string; closed: string };
  rowTicket: string;
  rowActive: string;
  rowQueued: string;
  rowDone: string;

  line: {
    taken: string;
    handed_over: string;
    returned_to_queue: string;
    ticketed: string;
    ended: string;
    reopened: string;
    status_changed: string;
  };

  today: string;
  yesterday: string;
  tomorrow: string;
  /** A day and a time; `…One` where the hour is one, since Spanish says it differently. */
  at: string;
  atOne: string;
  by: string;
  byOne: string;
  onDate: string;

  /** Why a message was refused, by code; `other` for the rest. */
  refusal: Partial<Record<ErrorCode, string>> & { other: string };
}
