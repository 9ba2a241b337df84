import { describe, expect, it } from 'vitest';
import { askForTicket, confirm, discard, end, handOver, restore, setTicketStatus, withdraw } from './ending.ts';
import {
  accepted,
  after,
  aHead,
  anActiveHead,
  aSituation,
  aTicketedHead,
  diego,
  marta,
  noon,
  site,
  visitor,
} from './situation-for-tests.ts';

const notWritable = { ok: false, reason: 'not_writable' };
const answered = (changes = {}) => anActiveHead({ lastAuthorKind: 'agent', deadlineReason: 'idle', ...changes });
const ended = (outcome: 'answered' | 'withdrawn' | 'discarded') =>
  aHead({ state: 'ended', outcome, endedAt: noon, deadlineAt: 0, deadlineReason: '', queuedAt: 0 });

describe('[CV1] an agent ends it', () => {
  it('as answered when an agent had the last word', () => {
    expect(after(answered(), end(answered(), marta, aSituation()))).toMatchObject({
      state: 'ended',
      outcome: 'answered',
      endReason: 'agent',
      deadlineAt: 0,
      deadlineReason: '',
    });
  });

  it("not while the visitor's word is unanswered", () => {
    expect(end(anActiveHead(), marta, aSituation())).toEqual({ ok: false, reason: 'unanswered' });
    expect(end(aHead(), marta, aSituation())).toEqual({ ok: false, reason: 'unanswered' });
  });

  it('[TK4] a ticket becomes solved, once', () => {
    const head = aTicketedHead({ status: 'open' });
    const solved = after(head, end(head, marta, aSituation()));
    expect(solved.ticket).toMatchObject({ status: 'solved', solvedAt: noon });
    expect(end(solved, marta, aSituation())).toEqual(notWritable);
  });
});

describe('[CV1] discarded', () => {
  it.each(['spam', 'test', 'abuse'] as const)('as %s, with the reason, and back again into the queue', (reason) => {
    const head = aHead();
    const gone = after(head, discard(head, reason, marta, aSituation()));
    expect(gone).toMatchObject({ state: 'ended', outcome: 'discarded', endReason: reason });
    expect(after(gone, restore(gone, marta, aSituation()))).toMatchObject({
      state: 'queued',
      outcome: '',
      deadlineReason: 'pick_up',
      deadlineAt: noon + site.pickUpMs,
    });
    expect(after(gone, restore(gone, marta, aSituation({ hasAgentOnline: false })))).toMatchObject({
      outcome: 'ticketed',
    });
  });

  it('a promise already made is not discarded with it', () => {
    expect(discard(aTicketedHead(), 'spam', marta, aSituation())).toEqual({ ok: false, reason: 'already_ticketed' });
    expect(restore(ended('answered'), marta, aSituation())).toEqual(notWritable);
  });
});

describe('handed over', () => {
  it('live: the other one has it and everybody reads to whom it went', () => {
    const head = anActiveHead();
    const decision = accepted(handOver(head, diego, marta, aSituation()));
    expect(decision.entries).toMatchObject([{ data: { line: 'handed_over', toAgentName: 'Diego Arnau' } }]);
    expect(after(head, decision)).toMatchObject({ assigneeId: diego.id, state: 'active' });
  });

  it('[TK6] a ticket: with before and after', () => {
    const decision = accepted(handOver(aTicketedHead({ assigneeId: marta.id }), diego, marta, aSituation()));
    expect(decision.events).toMatchObject([{ before: { assigneeId: marta.id }, after: { assigneeId: diego.id } }]);
  });
});

describe('the visitor decides', () => {
  it('[CV1] withdrawn, only while it goes on', () => {
    expect(after(aHead(), withdraw(aHead(), visitor, aSituation()))).toMatchObject({ outcome: 'withdrawn' });
    expect(withdraw(ended('answered'), visitor, aSituation())).toEqual(notWritable);
  });

  it('[TK1] visitor_asked', () => {
    expect(accepted(askForTicket(anActiveHead(), visitor, aSituation())).ticket).toMatchObject({
      make: { reason: 'visitor_asked', assigneeId: marta.id },
    });
    expect(askForTicket(aTicketedHead(), visitor, aSituation())).toEqual({ ok: false, reason: 'already_ticketed' });
  });

  it('[CV1] solved: answered, with the confirmation in the history', () => {
    const decision = accepted(confirm(answered(), true, visitor, aSituation()));
    expect(decision.patch).toMatchObject({ outcome: 'answered', endReason: 'confirmed' });
    expect(decision.events.map((event) => event.type)).toEqual(['conversation.ended', 'conversation.confirmed']);
    expect(accepted(confirm(ended('answered'), true, visitor, aSituation())).patch).toBeUndefined();
    expect(confirm(anActiveHead(), true, visitor, aSituation())).toEqual({ ok: false, reason: 'unanswered' });
  });

  it('[TK1] not_solved: a ticket, also after it had ended as answered', () => {
    for (const head of [answered(), ended('answered')]) {
      expect(after(head, confirm(head, false, visitor, aSituation()))).toMatchObject({
        outcome: 'ticketed',
        ticket: { reason: 'not_solved' },
      });
    }
    expect(confirm(ended('withdrawn'), false, visitor, aSituation())).toEqual(notWritable);
  });

  it('[TK4] an agent makes it wait, and opens a solved one again', () => {
    const open = aTicketedHead({ status: 'open' });
    expect(after(open, setTicketStatus(open, 'pending', marta, aSituation())).ticket?.status).toBe('pending');
    const solved = aTicketedHead({ status: 'solved' });
    const decision = accepted(setTicketStatus(solved, 'open', marta, aSituation()));
    expect(after(solved, decision).ticket).toMatchObject({ status: 'open', solvedAt: 0 });
    expect(decision.events).toMatchObject([
      { type: 'ticket.statusChanged', before: { status: 'solved' }, after: { status: 'open' } },
    ]);
    expect(accepted(setTicketStatus(open, 'open', marta, aSituation())).entries).toEqual([]);
    expect(setTicketStatus(anActiveHead(), 'open', marta, aSituation())).toEqual(notWritable);
  });

  it('[TK4] not solved: the solved ticket is open again', () => {
    const head = aTicketedHead({ status: 'solved' });
    expect(after(head, confirm(head, false, visitor, aSituation())).ticket).toMatchObject({
      status: 'open',
      solvedAt: 0,
    });
  });
});
