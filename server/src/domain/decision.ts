export type {
  Acceptance,
  AppendItem,
  ConversationPatch,
  DecidedEvent,
  Decision,
  NewConversation,
  NewEntry,
  NewEvent,
  NewTicket,
  Refusal,
  TicketPatch,
} from '../storage/store.ts';
