import { priorityOf } from '@ventanilla/shared/priority';
import { levels } from '@ventanilla/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { accepted, after, aHead, aSituation, aTicketedHead, marta, noon } from '../conversation/situation-for-tests.ts';
import type { ConversationHead } from '../rows.ts';
import { type TriageChange, triage, untriaged } from './triage.ts';

const later = aSituation({ now: noon + 60_000 });
const versionOf = (head: ConversationHead) => head.ticket?.version ?? 0;
const change = (head: ConversationHead, part: TriageChange, version = versionOf(head)) =>
  triage(head, version, part, marta, later);
const changed = (head: ConversationHead, part: TriageChange) => after(head, change(head, part));
const events = (head: ConversationHead, part: TriageChange) =>
  accepted(change(head, part)).events.map(({ type, before, after: is, actorId }) => ({ type, before, is, actorId }));

describe('[TK5] priority = matrix(urgency, impact)', () => {
  it('has three levels of each and four results', () => {
    expect(levels.map((urgency) => levels.map((impact) => priorityOf(urgency, impact)))).toEqual([
      ['low', 'low', 'normal'],
      ['low', 'normal', 'high'],
      ['normal', 'high', 'urgent'],
    ]);
  });

  it('follows the levels, one at a time or both', () => {
    const urgent = changed(aTicketedHead(), { urgency: 'high' });
    expect(urgent.ticket).toMatchObject({ urgency: 'high', impact: 'normal', priority: 3, priorityReason: '' });
    expect(changed(urgent, { impact: 'high' }).ticket).toMatchObject({ priority: 4 });
    expect(changed(urgent, { urgency: 'low', impact: 'low' }).ticket).toMatchObject({ priority: 1 });
    expect(urgent.ticket?.updatedAt).toBe(later.now);
  });

  it('an override needs a reason, and white space or nothing visible is none', () => {
    for (const priorityReason of [undefined, '', '  ', '\u200b']) {
      expect(change(aTicketedHead(), { priority: 'urgent', priorityReason, type: 'incident' })).toEqual({
        ok: false,
        reason: 'invalid',
        details: { field: 'priorityReason' },
      });
    }
  });

  it('an override is recorded, outlasts the matrix, and is taken back to what the matrix says by then', () => {
    const overridden = changed(aTicketedHead(), { priority: 'urgent', priorityReason: 'Vive sola' });
    expect(overridden.ticket).toMatchObject({ priority: 4, priorityReason: 'Vive sola' });
    const evaluated = changed(overridden, { impact: 'low' });
    expect(evaluated.ticket).toMatchObject({ impact: 'low', priority: 4, priorityReason: 'Vive sola' });
    expect(changed(evaluated, { priority: 'matrix' }).ticket).toMatchObject({ priority: 1, priorityReason: '' });
  });
});

describe('[TK6] every change is an event with actor, before and after', () => {
  it('one for the type, one for the levels, one for the override', () => {
    const change: TriageChange = {
      type: 'incident',
      urgency: 'high',
      priority: 'low',
      priorityReason: 'Ya tiene línea de reserva',
    };
    expect(events(aTicketedHead(), change)).toEqual([
      { type: 'ticket.typeChanged', before: { type: 'question' }, is: { type: 'incident' }, actorId: marta.id },
      {
        type: 'ticket.evaluated',
        before: { urgency: 'normal', impact: 'normal', priority: 'normal' },
        is: { urgency: 'high', impact: 'normal', priority: 'high' },
        actorId: marta.id,
      },
      {
        type: 'ticket.priorityChanged',
        before: { priority: 'high', priorityReason: '' },
        is: { priority: 'low', priorityReason: 'Ya tiene línea de reserva' },
        actorId: marta.id,
      },
    ]);
  });

  it('what is so already is none, and no new version', () => {
    const same: TriageChange = { type: 'question', urgency: 'normal', impact: 'normal', priority: 'matrix' };
    expect(change(aTicketedHead(), same)).toEqual({ ok: true, entries: [], events: [] });
    expect(change(aTicketedHead(), {}, 99)).toEqual({ ok: true, entries: [], events: [] });
  });
});

describe('[TK8] updates name the version', () => {
  it('another one than the ticket has is a conflict, and nothing of it is done', () => {
    const head = aTicketedHead({ version: 7 });
    expect(change(head, { type: 'request' }, 6)).toEqual({ ok: false, reason: 'conflict', details: { version: 7 } });
    expect(change(head, { type: 'request' }, 7)).toMatchObject({ ok: true });
  });
});

it('[TK4] without a ticket, or with a closed one, there is nothing to change', () => {
  const refused = { ok: false, reason: 'not_writable' };
  expect(change(aHead(), { type: 'request' })).toEqual(refused);
  expect(change(aTicketedHead({ status: 'closed' }), { type: 'request' })).toEqual(refused);
  expect(aTicketedHead().ticket).toMatchObject(untriaged);
});
