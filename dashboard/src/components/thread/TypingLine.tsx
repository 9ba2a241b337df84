import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import { now } from '../../clock.ts';
import { agentId, agents, typing } from '../../desk.ts';
import { texts } from '../../language.ts';
import { nameOf } from '../person-name.ts';

const staleMs = 12_000;

/** Who is writing just now, in words; it goes by itself when nothing more is heard. */
export function TypingLine({ conversation }: { conversation: ConversationSummary }) {
  const state = typing.value;
  if (state?.conversationId !== conversation.id || state.authorId === agentId.value) return null;
  if (now.value - state.at > staleMs) return null;
  const name = agents.value.get(state.authorId)?.name ?? nameOf(conversation.requester);
  return <p class="typing">{fill(texts.value.conversation.typing, { name })}</p>;
}
