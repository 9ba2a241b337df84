import { expect, test } from 'vitest';
import { aConversation, aHistoryEvent, aTicket } from '../testing/builders.ts';
import { changeTicketPage, emptyTicketPage, lacksHistory, newestDetail, openTicketPage } from './opened.ts';

const answer = { ticket: aTicket(), followUp: '', history: [aHistoryEvent()], position: 4 };
const opened = openTicketPage(emptyTicketPage, answer);

test('an answer that was overtaken by news does not undo them, and the history is asked for again', () => {
  const news = changeTicketPage(opened, aTicket({ version: 3, status: 'solved' }), 6);
  expect(lacksHistory(news)).toBe(true);
  const late = openTicketPage(news, { ...answer, position: 5 });
  expect(late.ticket?.status).toBe('solved');
  expect(lacksHistory(late)).toBe(true);
  expect(lacksHistory(openTicketPage(late, { ...answer, position: 6 }))).toBe(false);
});

test('of two answers the one that knows more stays, whichever comes last', () => {
  expect(openTicketPage(opened, { ...answer, history: [], position: 3 })).toBe(opened);
});

test('a ticket that goes on from this one is news of it; any other is none', () => {
  expect(lacksHistory(changeTicketPage(opened, aTicket({ id: 'tkt_9', follows: answer.ticket.number }), 6))).toBe(true);
  expect(changeTicketPage(opened, aTicket({ id: 'tkt_9' }), 6)).toBe(opened);
});

test('[DL8] a conversation keeps its later state, and the furthest mark', () => {
  const known = aConversation({ version: 2, subject: 'later', visitorReadSeq: 1 });
  const late = newestDetail(known, aConversation({ version: 1, visitorReadSeq: 3 }));
  expect(late).toMatchObject({ subject: 'later', visitorReadSeq: 3 });
  expect(newestDetail(null, known)).toBe(known);
});
