import { giveAddress } from '../../actions/address/give-address.ts';
import { setAttributes } from '../../actions/attributes/set-attributes.ts';
import { checkAvailability } from '../../actions/availability/check-availability.ts';
import type { Written } from '../../actions/conversation/append.ts';
import { confirmConversation } from '../../actions/conversation/confirm-conversation.ts';
import { listConversations } from '../../actions/conversation/list-conversations.ts';
import { rateConversation } from '../../actions/conversation/rate-conversation.ts';
import { start } from '../../actions/conversation/start-conversation.ts';
import { syncConversation } from '../../actions/conversation/sync-conversation.ts';
import { withdrawConversation } from '../../actions/conversation/withdraw-conversation.ts';
import { readMessage } from '../../actions/message/read-message.ts';
import { sendMessage } from '../../actions/message/send-message.ts';
import { checkQueue } from '../../actions/queue/check-queue.ts';
import { askTicket } from '../../actions/ticket/ask-ticket.ts';
import { showTyping } from '../../actions/typing/show-typing.ts';
import { createVisitor } from '../../actions/visitor/create-visitor.ts';
import { identifyVisitor } from '../../actions/visitor/identify-visitor.ts';
import type { Deps } from '../../deps.ts';
import type { HandlerTable } from '../handlers.ts';
import { presentVisitorConversation } from '../present/conversation.ts';
import { presentVisitorEntries, presentVisitorEntry } from '../present/entry.ts';

/** What the visitor's window asks for. */
export const visitorHandlers = {
  'visitor:create': createVisitor,
  'visitor:identify': identifyVisitor,
  'conversation:start': async (deps, caller, data) => presentSent(deps, await start(deps, caller, data)),
  'message:send': async (deps, caller, data) => presentSent(deps, await sendMessage(deps, caller, data)),
  'availability:check': checkAvailability,
  'queue:check': checkQueue,
  'typing:show': showTyping,
  'message:read': readMessage,
  'conversation:confirm': async (deps, caller, data) =>
    presentChanged(deps, await confirmConversation(deps, caller, data)),
  'conversation:withdraw': async (deps, caller, data) =>
    presentChanged(deps, await withdrawConversation(deps, caller, data)),
  'conversation:rate': async (deps, caller, data) => presentChanged(deps, await rateConversation(deps, caller, data)),
  'address:give': async (deps, caller, data) => presentChanged(deps, await giveAddress(deps, caller, data)),
  'attributes:set': async (deps, caller, data) => presentChanged(deps, await setAttributes(deps, caller, data)),
  'ticket:ask': async (deps, caller, data) => presentChanged(deps, await askTicket(deps, caller, data)),
  'conversation:list': async (deps, caller) => {
    const conversations = await listConversations(deps, caller);
    return { conversations: conversations.map((head) => presentVisitorConversation(deps, head)) };
  },
  'conversation:sync': async (deps, caller, data) => {
    const synced = await syncConversation(deps, caller, data);
    return {
      conversation: presentVisitorConversation(deps, synced.conversation),
      entries: presentVisitorEntries(deps.directory, synced.entries),
      isSnapshot: synced.isSnapshot,
    };
  },
} satisfies Partial<HandlerTable>;

function presentChanged(deps: Deps, { conversation }: Written) {
  return { conversation: presentVisitorConversation(deps, conversation) };
}

/** A message that was stored, and the conversation as it left it. */
export function presentSent(deps: Deps, written: Written) {
  const [first] = written.entries;
  const entry = first && presentVisitorEntry(deps.directory, first);
  if (!entry) throw new Error('a visitor message was stored without an entry they can see');
  return { conversation: presentVisitorConversation(deps, written.conversation), entry };
}
