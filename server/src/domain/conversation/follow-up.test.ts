import { followUpStartId } from '@ventanilla/shared/follow-up';
import { limits } from '@ventanilla/shared/limits';
import { describe, expect, it } from 'vitest';
import { createTicket, note, reply, take } from './agent-acts.ts';
import type { ClosedHead } from './closed.ts';
import { askForTicket, closeSolved, confirm, discard, end, handOver, setTicketStatus, withdraw } from './ending.ts';
import { newFollowUp, startFollowUp } from './follow-up.ts';
import { giveAddress, giveToRequester } from './requester.ts';
import {
  accepted,
  after,
  aHead,
  aSituation,
  aTicketedHead,
  diego,
  marta,
  noon,
  site,
  visitor,
} from './situation-for-tests.ts';
import { agentRemoved } from './time-passes.ts';
import { visitorWrites } from './visitor-writes.ts';

const closed = (changes = {}) =>
  ({
    ...aTicketedHead({ status: 'closed', solvedAt: noon - 1, closedAt: noon, version: 4, assigneeId: marta.id }),
    address: 'lucia@example.com',
    context: { locale: 'es' },
    ...changes,
  }) as ClosedHead;
const notWritable = { ok: false, reason: 'not_writable' };
const notDue = { ok: false, reason: 'not_due' };

describe('[TK4] what has been solved for long', () => {
  const at = noon - limits.closeAfterMs;
  const solved = (solvedAt: number) => aTicketedHead({ status: 'solved', solvedAt, dueAt: 0 });

  it('is closed by the machine, for everybody to read, and keeps when it was solved', () => {
    const decision = accepted(closeSolved(solved(at), aSituation()));
    expect(decision.ticket).toMatchObject({ patch: { status: 'closed', solvedAt: at, closedAt: noon, dueAt: 0 } });
    expect(decision.entries).toMatchObject([{ data: { line: 'status_changed', status: 'closed' }, isPublic: true }]);
    expect(decision.events).toMatchObject([
      {
        type: 'ticket.statusChanged',
        actorKind: 'system',
        before: { status: 'solved' },
        after: { status: 'closed' },
      },
    ]);
  });

  it('not a moment before, not twice, and not what goes on', () => {
    expect(closeSolved(solved(at + 1), aSituation())).toEqual(notDue);
    const once = after(solved(at), closeSolved(solved(at), aSituation()));
    expect(closeSolved(once, aSituation())).toEqual(notDue);
    for (const status of ['open', 'pending', 'onHold'] as const)
      expect(closeSolved(aTicketedHead({ status }), aSituation())).toEqual(notDue);
    expect(closeSolved(aHead(), aSituation())).toEqual(notDue);
  });
});

describe('[TK4] a closed ticket changes no more', () => {
  const situation = aSituation();
  it.each([
    ['a word of the visitor', visitorWrites(closed(), 'Hola', visitor, situation)],
    ['a reply', reply(closed(), 'Hola', 1, marta, situation)],
    ['taking it', take(closed({ ticket: { ...closed().ticket, assigneeId: '' } }), marta, situation)],
    ['another status', setTicketStatus(closed(), 'open', marta, situation)],
    ['its end', end(closed(), marta, situation)],
    ['handing it over', handOver(closed(), diego, marta, situation)],
    ['"it is not solved"', confirm(closed(), false, visitor, situation)],
    ['"it is solved"', confirm(closed(), true, visitor, situation)],
    ['another address', giveAddress(closed(), 'other@example.com', visitor, situation)],
    ['withdrawing it', withdraw(closed(), visitor, situation)],
  ])('%s is refused', (_what, decision) => {
    expect(decision).toEqual(notWritable);
  });

  it('nor does it become another ticket, or nobody\u2019s', () => {
    const already = { ok: false, reason: 'already_ticketed' };
    expect(createTicket(closed(), marta, situation)).toEqual(already);
    expect(askForTicket(closed(), visitor, situation)).toEqual(already);
    expect(discard(closed(), 'spam', marta, situation)).toEqual(already);
    expect(agentRemoved(closed(), situation)).toEqual(notDue);
  });

  it('a note is kept without touching it, and its person may become known without a mail', () => {
    expect(accepted(note(closed(), 'Ojo', marta, situation)).ticket).toBeUndefined();
    const known = accepted(giveToRequester(closed(), { id: 'req_1', email: 'l@example.com' }, visitor, situation));
    expect(known).toMatchObject({ mails: [], ticket: { patch: { requesterId: 'req_1' } } });
  });
});

describe('[TK4] [TK1] follow_up', () => {
  const situation = aSituation({ now: noon + 1_000 });
  const begun = (assigneeId: typeof marta.id | '' = marta.id) =>
    newFollowUp(closed(), { id: aHead().id, context: { locale: 'es' }, assigneeId }, 'Ha vuelto a pasar', situation);
  const head = (assigneeId?: typeof marta.id | '') => aHead({ ...begun(assigneeId), lastSeq: 0, lastPublicSeq: 0 });

  it('is a conversation of its own, of the same person, one for each closed one [DL1]', () => {
    const old = closed();
    const made = newFollowUp(old, { id: aHead().id, context: {}, assigneeId: '' }, 'Otra vez', situation);
    expect(made).toMatchObject({
      visitorId: old.visitorId,
      requesterId: old.requesterId,
      address: 'lucia@example.com',
      startId: followUpStartId(old.id),
      subject: 'Otra vez',
      createdAt: noon + 1_000,
    });
    expect(made.id).not.toBe(old.id);
  });

  it('is a ticket with the first words, although somebody is there, of whoever had the closed one', () => {
    const decision = startFollowUp(head(), closed(), 'Ha vuelto a pasar', visitor, situation);
    expect(decision.entries.map(({ kind, body }) => [kind, body])).toEqual([
      ['message', 'Ha vuelto a pasar'],
      ['system', ''],
    ]);
    expect(after(head(), decision)).toMatchObject({
      state: 'ended',
      outcome: 'ticketed',
      endReason: 'follow_up',
      deadlineAt: 0,
      ticket: {
        reason: 'follow_up',
        status: 'open',
        assigneeId: marta.id,
        groupId: '',
        receivedAt: noon + 1_000,
        dueAt: noon + 1_000 + site.firstReplyMinutes * 60_000,
        followsNumber: 1042,
      },
    });
    expect(decision.mails).toMatchObject([{ kind: 'received', address: 'lucia@example.com' }]);
  });

  it('is the group\u2019s when whoever had it has left', () => {
    const decision = startFollowUp(head(''), closed(), 'Hola', visitor, situation);
    expect(decision.ticket).toMatchObject({
      make: { status: 'new', assigneeId: '', groupId: situation.groupId },
    });
  });

  it('[TK6] [TK7] each of the two knows of the other, and the closed one keeps its version', () => {
    const old = closed();
    const { events, ticket } = startFollowUp(head(), old, 'Hola', visitor, situation);
    const [ofNew, ofOld] = events.filter(({ type }) => type === 'ticket.linked');
    expect(ofNew).toMatchObject({ after: { link: 'related', number: 1042, isFollowUp: true }, actorKind: 'visitor' });
    expect(ofNew?.subjectId).toBe(ticket && 'make' in ticket ? ticket.make.id : '');
    expect(ofOld).toMatchObject({ subjectId: old.ticket.id, version: 4 });
    const told = ofOld?.after;
    expect(typeof told === 'function' && told({ ...old.ticket, number: 1050 })).toEqual({
      link: 'related',
      number: 1050,
      isFollowUp: false,
    });
  });
});
