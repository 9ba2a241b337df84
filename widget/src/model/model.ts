import type { ContextCard, VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Entry } from '@ventanilla/shared/entities/entry';
import type { FileRef } from '@ventanilla/shared/entities/file';
import type { ConversationId } from '@ventanilla/shared/ids';
import type { Thread } from '@ventanilla/shared/state/thread';
import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import type { QueuePlace } from '@ventanilla/shared/wire/visitor';

/** `idle`: nothing to connect for (PR1). `lost`: was or should be connected, and tries again by itself. */
export type Link = 'idle' | 'connecting' | 'online' | 'lost' | 'refused';

/** What a visitor wrote and the server has not yet acknowledged (DL6). */
export interface Outgoing {
  /** Place in this browser's outbox: the order in which it was written. */
  position: number;
  /** DL1. */
  clientId: string;
  /** Names the conversation until it has an id: the first of these that is sent starts it. */
  startId: string;
  conversationId: ConversationId | '';
  body: string;
  /** Uploaded before (DL6). */
  files?: FileRef[];
  /** CV7, used if this one starts the conversation. */
  context: ContextCard;
  writtenAt: number;
  /** Why the server will not have it; '' while it waits. */
  refusal: ErrorCode | '';
}

export interface Model {
  link: Link;
  /** Why the server refuses to talk to this browser; '' unless `link` is `refused`. */
  refusal: ErrorCode | '';
  lostAt: number;
  /** False where the browser does not let us store anything: closing the page would lose what waits. */
  isDurable: boolean;
  /** The list of conversations has been asked for at least once. */
  isListed: boolean;
  /** Newest first. */
  conversations: VisitorConversation[];
  threads: Record<string, Thread<Entry>>;
  outgoing: Outgoing[];
  /** The conversation that each start id has become. */
  started: Record<string, ConversationId>;
  /** By conversation, as far as the server has said: its place in the queue, and who writes an answer. */
  places: Record<string, QueuePlace>;
  writers: Record<string, string>;
}

export const emptyModel: Model = {
  link: 'idle',
  refusal: '',
  lostAt: 0,
  isDurable: true,
  isListed: false,
  conversations: [],
  threads: {},
  outgoing: [],
  started: {},
  places: {},
  writers: {},
};
