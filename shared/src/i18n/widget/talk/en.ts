import type { TalkTexts } from './texts.ts';

export const texts: TalkTexts = {
  you: 'You',
  conversation: 'Conversation',
  empty: 'Tell us what is going on. A person reads it and answers right here.',
  writeHere: 'Write a message',
  addToTicket: 'Add something to the ticket',
  yourMessage: 'Your message',
  send: 'Send',
  attach: 'Attach a file',

  sending: 'Sending…',
  waiting: 'Waits for the network to come back',
  sent: 'Sent',
  read: 'Read',
  notSent: 'It could not be sent.',
  waitingTitle: 'Waiting for the connection',
  waitingMany: '{count} to be sent, in this order',
  newLine: 'New',

  offline:
    'Connection lost {when}. What you write is kept in this browser and will leave by itself, even if you close the page.',

  activeStatus: 'With you now',

  queuedTitle: 'Looking for a person',

  ticketName: 'Ticket {number}',

  ticketStatus: {
    new: 'Received',
    open: 'In progress',
    pending: 'Waiting for you',
    onHold: 'On hold',
    solved: 'Solved',
    closed: 'Closed',
  },

  line: {
    taken: '{agent} is with you',
    handed_over: '{agent} hands the conversation over to {toAgent}',
    returned_to_queue: 'We are looking for somebody else to help you',
    ticketed: 'Your question is now ticket {ticket}',
    ended: 'The conversation has ended',
    withdrawn: 'You have withdrawn your question',
    reopened: 'The conversation is open again',
    status_changed: 'The ticket is now: {status}',
  },
};
