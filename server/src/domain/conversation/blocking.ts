import type { BlockReason } from '@ventanilla/shared/vocabulary';
import type { Acceptance, NewEntry } from '../decision.ts';
import type { ConversationHead, JsonObject } from '../rows.ts';
import type { AgentActor } from './agent-acts.ts';
import { conversationEvent, systemLine } from './lines.ts';
import type { Situation } from './situation.ts';

/** CV9. Agents read who blocked the visitor, and why; the visitor's own stream has no such line, only its effect (CV5). */
export function tellBlocked(
  head: ConversationHead,
  blockReason: BlockReason,
  agent: AgentActor,
  situation: Situation,
): Acceptance {
  const line = systemLine({ line: 'visitor_blocked', agentName: agent.name, blockReason }, agent, situation);
  return told('conversation.visitorBlocked', line, { reason: blockReason }, head, agent, situation);
}

export function tellUnblocked(head: ConversationHead, agent: AgentActor, situation: Situation): Acceptance {
  const line = systemLine({ line: 'visitor_unblocked', agentName: agent.name }, agent, situation);
  return told('conversation.visitorUnblocked', line, {}, head, agent, situation);
}

/** The event makes it a new version, so that the visitor's own window hears of it, too. */
function told(
  type: string,
  line: NewEntry,
  after: JsonObject,
  head: ConversationHead,
  agent: AgentActor,
  situation: Situation,
): Acceptance {
  return {
    ok: true,
    entries: [{ ...line, isPublic: false }],
    events: [conversationEvent(type, head, agent, situation, {}, after)],
  };
}
