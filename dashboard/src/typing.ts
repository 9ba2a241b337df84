import type { ConversationId } from '@ventanilla/shared/ids';
import { nowMs } from './clock.ts';
import { call } from './live.ts';

const repeatMs = 3_000;
const restMs = 6_000;

let told = { conversationId: '', at: 0 };
let rest: ReturnType<typeof setTimeout> | undefined;

/** Told at most every few seconds while an answer is being written, and once when the hand rests. Never for a note (CV5). */
export function tellTyping(conversationId: ConversationId): void {
  clearTimeout(rest);
  rest = setTimeout(() => tellRest(conversationId), restMs);
  if (told.conversationId === conversationId && nowMs() - told.at < repeatMs) return;
  told = { conversationId, at: nowMs() };
  void call('typing:tell', { conversationId, isTyping: true });
}

/** The answer was sent, taken away, or left alone. */
export function tellRest(conversationId: ConversationId): void {
  clearTimeout(rest);
  if (told.conversationId !== conversationId) return;
  told = { conversationId: '', at: 0 };
  void call('typing:tell', { conversationId, isTyping: false });
}
