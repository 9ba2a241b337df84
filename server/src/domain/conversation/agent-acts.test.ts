import { describe, expect, it } from 'vitest';
import { createTicket, note, reply, take } from './agent-acts.ts';
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
} from './situation-for-tests.ts';

describe('[CV4] taking', () => {
  it('a queued conversation makes it active, and the visitor reads who has it', () => {
    const head = aHead({ isFront: true });
    const decision = accepted(take(head, marta, aSituation()));
    expect(decision.entries).toMatchObject([
      { kind: 'system', isPublic: true, data: { line: 'taken', agentName: 'Marta Ruiz' } },
    ]);
    expect(after(head, decision)).toMatchObject({
      state: 'active',
      assigneeId: marta.id,
      queuedAt: 0,
      isFront: false,
      deadlineReason: 'agent_reply',
      deadlineAt: noon + site.replyMs,
    });
  });

  it('the one who came second is told who has it', () => {
    expect(take(anActiveHead(), diego, aSituation())).toEqual({
      ok: false,
      reason: 'taken',
      details: { agentId: marta.id },
    });
  });

  it('what one already has changes nothing', () => {
    expect(accepted(take(anActiveHead(), marta, aSituation()))).toEqual({ ok: true, entries: [], events: [] });
  });

  it('[TK4] a new ticket makes it open and theirs', () => {
    expect(after(aTicketedHead(), take(aTicketedHead(), marta, aSituation())).ticket).toMatchObject({
      assigneeId: marta.id,
      status: 'open',
    });
  });
});

describe('[CV6] replying', () => {
  const say = (head = anActiveHead(), seenSeq = head.lastSeq, agent = marta) =>
    reply(head, 'Hola', seenSeq, agent, aSituation());

  it("a newer reply of another agent is a conflict, one's own is not", () => {
    const head = anActiveHead({ lastSeq: 5, lastReplySeq: 4, lastReplyBy: diego.id });
    expect(say(head, 3)).toEqual({ ok: false, reason: 'conflict' });
    expect(say(head, 4).ok).toBe(true);
    expect(say({ ...head, lastReplyBy: marta.id }, 3).ok).toBe(true);
  });

  it("a visitor's newer words are no conflict in a live chat, but they are on a ticket", () => {
    expect(say(anActiveHead({ lastSeq: 5 }), 3).ok).toBe(true);
    expect(say({ ...aTicketedHead(), lastSeq: 5 }, 3)).toEqual({ ok: false, reason: 'conflict' });
  });

  it('waits for the visitor from now on, and remembers whose reply it was', () => {
    const head = anActiveHead({ lastSeq: 5 });
    expect(after(head, say(head))).toMatchObject({ deadlineReason: 'idle', lastReplySeq: 6, lastReplyBy: marta.id });
  });

  it('in the queue takes it', () => {
    const head = aHead();
    expect(after(head, say(head))).toMatchObject({ state: 'active', assigneeId: marta.id, deadlineReason: 'idle' });
  });

  it('[CV2] on a ticket goes to the ticket and queues nothing', () => {
    const head = aTicketedHead();
    const next = after(head, say(head));
    expect(next.ticket).toMatchObject({ assigneeId: marta.id, status: 'open' });
    expect(next.state).toBe('ended');
  });

  it('after the end without a ticket is refused', () => {
    expect(say(aHead({ state: 'ended', outcome: 'answered' }))).toEqual({ ok: false, reason: 'not_writable' });
  });
});

it('[CV5] a note is never public and moves no deadline', () => {
  const decision = accepted(note(anActiveHead(), 'Ojo', marta, aSituation()));
  expect(decision.entries).toMatchObject([{ kind: 'note', isPublic: false }]);
  expect(decision.patch).toBeUndefined();
});

describe('[TK1] agent_decided', () => {
  it('makes the ticket of whoever has the conversation, received when the visitor first wrote', () => {
    const head = anActiveHead({ createdAt: noon - 60_000 });
    expect(accepted(createTicket(head, marta, aSituation())).ticket).toMatchObject({
      make: { reason: 'agent_decided', assigneeId: marta.id, groupId: '', receivedAt: noon - 60_000 },
    });
  });

  it('one open ticket at most', () => {
    expect(createTicket(aTicketedHead(), marta, aSituation())).toEqual({ ok: false, reason: 'already_ticketed' });
  });
});
