import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { VisitorCaller } from '../caller.ts';
import { ownConversation } from '../conversation/sync-conversation.ts';
import { mustNotBeBlocked } from '../visitor/not-blocked.ts';

/** DL8: told, never stored. */
export async function showTyping(deps: Deps, caller: VisitorCaller, data: CommandData<'typing:show'>) {
  mustNotBeBlocked(deps, caller.visitorId);
  const conversation = await ownConversation(deps, caller, data.conversationId);
  const by = { kind: 'visitor', id: caller.visitorId, name: '' } as const;
  deps.bus.publish({ type: 'typing', conversation, by, isTyping: data.isTyping });
  return {};
}
