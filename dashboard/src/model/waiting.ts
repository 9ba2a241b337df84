import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';

/** How much a wait calls for a hand: the reader sees the words first, the colour only repeats them. */
export type Urgency = 'calm' | 'soon' | 'late';

const soonShare = 0.5;
const lateShare = 0.8;

/** Since when a person waits for us, and how near the moment is at which the desk decides without us. */
export function waitOf(conversation: ConversationSummary, nowMs: number): { ms: number; urgency: Urgency } {
  const since = conversation.state === 'queued' ? conversation.queuedAt : conversation.lastEntryAt;
  const ms = Math.max(0, nowMs - since);
  const whole = conversation.deadlineAt - since;
  if (conversation.deadlineAt === 0 || whole <= 0) return { ms, urgency: 'calm' };
  const share = ms / whole;
  return { ms, urgency: share >= lateShare ? 'late' : share >= soonShare ? 'soon' : 'calm' };
}
