import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { VisitorTicket } from '@ventanilla/shared/entities/ticket';
import { expect, it } from 'vitest';
import { emptyModel, type Model } from '../model/model.ts';
import { talking } from '../testing/stage.tsx';
import { pageEvents } from './page-events.ts';

const ticket: VisitorTicket = {
  id: 'tkt_1',
  number: 'VEN-1042',
  status: 'new',
  reason: 'out_of_hours',
  follows: '',
  responsible: 'Equipo',
  isPerson: false,
  receivedAt: 0,
  dueAt: 0,
};
const [queued] = talking().conversations as [VisitorConversation];
const ticketed: VisitorConversation = { ...queued, state: 'ended', outcome: 'ticketed', ticket };
const having = (part: Partial<Model>): Model => ({ ...emptyModel, isListed: true, ...part });
const created = ['ticketCreated', { number: 'VEN-1042' }];

it('tells of a ticket that a conversation became', () => {
  const before = having({ conversations: [queued] });
  expect(pageEvents(before, having({ conversations: [ticketed] }))).toEqual([created]);
});

it('tells of one that was a ticket from its first word: out of hours, or after a closed one [TK4]', () => {
  expect(pageEvents(having({}), having({ conversations: [ticketed] }))).toEqual([created]);
  const begun = having({ conversations: [ticketed], started: { s: ticketed.id }, isListed: false });
  expect(pageEvents(emptyModel, begun)).toEqual([['conversationStarted', { conversationId: ticketed.id }], created]);
});

it('tells of nothing that was there before, and of nothing twice', () => {
  const model = having({ conversations: [ticketed] });
  expect(pageEvents(emptyModel, model)).toEqual([]);
  expect(pageEvents(model, model)).toEqual([]);
});
