import * as whole from '../../../dashboard/src/conversations.ts';
import * as desk from '../../../dashboard/src/desk.ts';

export const {
  actOn,
  catchUp,
  closeConversation,
  createTicket,
  fillThread,
  markRead,
  setTicketStatus,
  showChange,
  showEntry,
} = whole;

export const openConversation: typeof whole.openConversation = async (id) => {
  const { value } = desk.opened;
  if (value?.id !== id || value.thread.entries.length === 0) await whole.openConversation(id);
};
