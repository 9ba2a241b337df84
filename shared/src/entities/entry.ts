import type { EntryId } from '../ids.ts';
import type {
  AuthorKind,
  BlockReason,
  EntryKind,
  Outcome,
  SystemLine,
  TicketReason,
  TicketStatus,
} from '../vocabulary.ts';
import type { FileRef } from './file.ts';

/** What a system line is about; the sentence is made by the reader's client, in their language. */
export interface SystemData {
  line: SystemLine;
  agentName?: string;
  toAgentName?: string;
  ticketNumber?: string;
  reason?: TicketReason;
  outcome?: Outcome;
  status?: TicketStatus;
  blockReason?: BlockReason;
}

/** One line of a conversation as a reader gets it: `seq` is that reader's own stream, 1, 2, 3 … without gaps (DL2). */
export interface Entry {
  id: EntryId;
  seq: number;
  kind: EntryKind;
  authorKind: AuthorKind;
  authorId: string;
  authorName: string;
  /** The id its sender made (DL1); '' for everybody else's and for machine-made lines. */
  clientId: string;
  /** '' when files say it all. */
  body: string;
  files: FileRef[];
  system: SystemData | null;
  createdAt: number;
}

/** As agents get it. */
export interface AgentEntry extends Entry {
  /** Its place in the visitor's stream; 0 when they do not see it (CV5). */
  publicSeq: number;
}
