import type { ConversationId, RequesterId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import type { Appended } from '../../lib/bus.ts';
import type { InboxFacts } from '../present/conversation.ts';
import { inboxFacts, previewOf } from '../present/inbox-facts.ts';

const kept = 10_000;

/** Who asks and what was said last, of recent conversations: a message that is told must not cost a query. */
export function createRecentFacts(deps: Deps) {
  const recent = new Map<ConversationId, InboxFacts>();

  function keep(id: ConversationId, facts: InboxFacts): InboxFacts {
    recent.delete(id);
    recent.set(id, facts);
    const oldest = recent.keys().next();
    if (recent.size > kept && !oldest.done) recent.delete(oldest.value);
    return facts;
  }

  return {
    /** The facts as they are after what was appended; null when they must be loaded. */
    after({ conversation, entries, events }: Appended): InboxFacts | null {
      const facts = recent.get(conversation.id);
      if (!facts || facts.requester.id !== conversation.requesterId) return null;
      if (events.some(({ type }) => type === 'conversation.addressGiven')) return null;
      const said = entries.findLast((row) => row.kind === 'message');
      return keep(conversation.id, said ? { ...facts, preview: previewOf(said) } : facts);
    },
    async load(id: ConversationId): Promise<InboxFacts | null> {
      const row = await deps.store.conversations.inboxRow(id);
      return row && keep(id, inboxFacts(row));
    },
    forgetRequester(id: RequesterId): void {
      for (const [conversationId, facts] of recent) if (facts.requester.id === id) recent.delete(conversationId);
    },
  };
}
