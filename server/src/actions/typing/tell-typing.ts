import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { AgentCaller } from '../caller.ts';
import { agentConversation } from '../conversation/agent-conversation.ts';
import { actorOf } from '../conversation/situation-of.ts';

/** DL8: told, never stored. */
export async function tellTyping(deps: Deps, caller: AgentCaller, data: CommandData<'typing:tell'>) {
  const conversation = await agentConversation(deps, caller, data.conversationId);
  deps.bus.publish({ type: 'typing', conversation, by: actorOf(deps, caller), isTyping: data.isTyping });
  return {};
}
