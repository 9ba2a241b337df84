import type { TicketTexts } from './texts.ts';

export const texts: TicketTexts = {
  reason: {
    out_of_hours: 'You wrote outside opening hours.',
    no_agent_available: 'Nobody was here to help you.',
    not_picked_up: 'Nobody could help you in time.',
    agent_lost: 'The person who was with you lost the connection.',
    visitor_left: 'You left before we could answer.',
    visitor_asked: 'You preferred not to wait.',
    not_solved: 'You told us that it is not solved.',
    agent_decided: 'Solving it takes longer than a conversation.',
    registered: 'We wrote it down for you.',
    follow_up: 'It goes on from {number}, which was closed.',
  },
  ticketTitle: 'Your question is now ticket',
  holder: '{name} has it',
  holderGroup: 'In the hands of {name}',
  holderTeam: 'In the hands of the team',
  due: 'Answer {when}',
  late: 'We are late: we promised an answer {when}',
  receivedAt: 'Received {when}.',
  follow: 'The answer will arrive here. You can close this window and come back whenever you like.',
  yourTurn: 'Your turn: we are waiting for your answer.',

  address: {
    ask: 'Where shall we write to you?',
    hint: 'We send you the number and a link to follow it, and tell you when we answer while you are away.',
    saved: 'We write to {address}: the number, a link, and a word when we answer.',
    askBefore: 'Where shall we write if we have to go on without you?',
    hintBefore: 'If it becomes a ticket, the number and a link go there.',
    savedBefore: 'If it becomes a ticket, we write to {address}.',
    save: 'Notify me',
    saving: 'Saving…',
    change: 'Change the address',
    notSaved: 'We could not save it. See whether it is written right, or try later.',
    notSavedOffline: 'It cannot be saved without a connection. Try when it is back.',
  },
};
