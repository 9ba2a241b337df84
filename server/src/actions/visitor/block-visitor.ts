import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { tellBlocked, tellUnblocked } from '../../domain/conversation/blocking.ts';
import type { AgentCaller } from '../caller.ts';
import { agentAppend } from '../conversation/agent-append.ts';
import { agentConversation } from '../conversation/agent-conversation.ts';

/**
 * CV9. From now on nothing that this visitor writes is taken, in whichever of their conversations; what is there goes on. The one
 * it was decided in keeps who did it and why. Nothing happens twice.
 */
export async function blockVisitor(deps: Deps, caller: AgentCaller, data: CommandData<'visitor:block'>): Promise<void> {
  const { conversationId, reason } = data;
  const { visitorId } = await agentConversation(deps, caller, conversationId);
  if (deps.directory.isBlocked(visitorId)) return;
  await deps.store.visitors.block(visitorId, deps.clock.now(), []);
  await deps.directory.reloadBlocked();
  await agentAppend(deps, caller, conversationId, null, (head, agent, situation) =>
    tellBlocked(head, reason, agent, situation),
  );
}

export async function unblockVisitor(
  deps: Deps,
  caller: AgentCaller,
  { conversationId }: CommandData<'visitor:unblock'>,
): Promise<void> {
  const { visitorId } = await agentConversation(deps, caller, conversationId);
  if (!deps.directory.isBlocked(visitorId)) return;
  await deps.store.visitors.block(visitorId, 0, []);
  await deps.directory.reloadBlocked();
  await agentAppend(deps, caller, conversationId, null, tellUnblocked);
}
