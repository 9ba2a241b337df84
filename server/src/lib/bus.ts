import type { AgentId, ConversationId, RequesterId, SiteId } from '@ventanilla/shared/ids';
import type { ConversationHead } from '../domain/rows.ts';
import type { AppendResult } from '../storage/store.ts';
import { faultOf, type Logger } from './logger.ts';

export type Appended = Extract<AppendResult, { status: 'stored' }>;

type TypingAuthor = { kind: 'visitor' | 'agent'; id: string; name: string };
/** Whose conversation it is. */
type Whose = Pick<ConversationHead, 'visitorId' | 'requesterId'>;
type ReadConversation = Pick<ConversationHead, 'id' | 'siteId' | 'visitorReadSeq' | 'agentReadSeq'> & Whose;

/** CV5: what agents do among themselves (notes, who has looked) is not even heard of as a change. */
export function concernsVisitor({ entries, events }: Pick<Appended, 'entries' | 'events'>): boolean {
  return events.length > 0 || entries.some((entry) => entry.publicSeq > 0);
}

/** What happened, told only after it is on disk (DL3). */
export type Happening =
  | { type: 'appended'; result: Appended }
  /** `seq` of the visitor's stream, whoever read. */
  | { type: 'read'; by: 'visitor' | 'agent'; conversation: ReadConversation; seq: number }
  | { type: 'agentChanged'; agentId: AgentId }
  | {
      type: 'agentRevoked';
      agentId: AgentId;
      reason: 'signedOut' | 'removed' | 'roleChanged' | 'passwordChanged';
      sessionId?: string;
    }
  | { type: 'agentRemoved'; agentId: AgentId }
  | ({ type: 'queueMoved'; conversationId: ConversationId; place: number; waitMs: number } & Whose)
  | { type: 'typing'; conversation: ReadConversation; by: TypingAuthor; isTyping: boolean }
  | { type: 'requesterChanged'; requesterId: RequesterId }
  | { type: 'siteChanged'; siteId: SiteId }
  /** One that did not come with an entry. */
  | { type: 'mailWaits' }
  /** The process is about to end: nobody should go on waiting. */
  | { type: 'draining' };

/** Synchronous: when `publish` returns, every listener has run, so sockets are closed before a revocation is acknowledged. */
export interface Bus {
  publish(happening: Happening): void;
  /** The answer unsubscribes. */
  subscribe(listener: (happening: Happening) => void): () => void;
}

export function createBus(log: Logger): Bus {
  const listeners = new Set<(happening: Happening) => void>();
  return {
    publish(happening) {
      for (const listener of listeners) {
        try {
          listener(happening);
        } catch (error) {
          log.error({ fault: faultOf(error), happening: happening.type }, 'a listener failed');
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
