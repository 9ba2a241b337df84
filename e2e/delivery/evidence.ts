import type { History } from './history.ts';

/** One line as somebody has it; `seq` counts in the stream of that reader. */
export interface Line {
  seq: number;
  id: string;
  body: string;
}

/** What one page shows of one conversation. */
export interface View {
  page: string;
  conversationId: string;
  stream: 'public' | 'agents';
  /** Its reader has gone back to the first line; else it may begin with any. */
  isWhole: boolean;
  lines: Line[];
}

export interface StoredEntry {
  id: string;
  conversationId: string;
  seq: number;
  publicSeq: number;
  kind: string;
  clientId: string;
  body: string;
  position: number;
}

export interface StoredConversation {
  id: string;
  visitorId: string;
  startId: string;
  outcome: string;
  lastSeq: number;
  lastPublicSeq: number;
  /** '' when its visitor has given none. */
  address: string;
}

/** What is in the database, read past the product. */
export interface Stored {
  entries: StoredEntry[];
  conversations: StoredConversation[];
  tickets: { id: string; conversationId: string; number: number }[];
  /** That tell of a ticket's beginning: waiting, sent or given up. */
  mails: { id: string; ticketId: string; address: string }[];
}

/** A list as a page has it beside the one the server gives to who asks anew: what differs. */
export interface ListDifference {
  page: string;
  what: string;
}

/** Everything that a verdict is made of. */
export interface Evidence {
  history: Pick<History, 'written' | 'heard' | 'heardEntries'>;
  stored: Stored;
  /** What live pages show, what fresh ones show, and what the API says. */
  views: View[];
  lists: ListDifference[];
  /** Client ids that some page still shows as sending, or as refused. */
  shownAsUnsent: Set<string>;
  /** Of these, what waits for the server and nothing else. */
  waiting: Set<string>;
}
