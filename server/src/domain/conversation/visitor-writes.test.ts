import { describe, expect, it } from 'vitest';
import {
  accepted,
  after,
  aHead,
  anActiveHead,
  aSituation,
  aTicketedHead,
  noon,
  site,
  visitor,
} from './situation-for-tests.ts';
import { newConversation, startConversation, subjectOf, visitorWrites } from './visitor-writes.ts';

const write = (head = aHead(), situation = aSituation()) => visitorWrites(head, '¿Hay alguien?', visitor, situation);

describe('[CV2] a conversation begins', () => {
  it('in the queue, with a time by which somebody takes it', () => {
    const begun = newConversation(
      { id: aHead().id, visitorId: visitor.id as never, requesterId: '', startId: 's', context: {}, address: '' },
      'Hola\n\nno va internet',
      aSituation(),
    );
    expect(begun).toMatchObject({
      state: 'queued',
      queuedAt: noon,
      deadlineReason: 'pick_up',
      deadlineAt: noon + site.pickUpMs,
    });
    expect(begun.subject).toBe('Hola');
  });

  it('[CV1] closed hours convert at once: the number comes with the first message', () => {
    const decision = accepted(startConversation(aHead(), 'Hola', visitor, aSituation({ isOpen: false })));
    expect(decision.entries.map((entry) => entry.kind)).toEqual(['message', 'system']);
    expect(decision.patch).toMatchObject({
      state: 'ended',
      outcome: 'ticketed',
      endReason: 'out_of_hours',
      deadlineAt: 0,
    });
    expect(decision.ticket).toMatchObject({ make: { reason: 'out_of_hours', status: 'new', receivedAt: noon } });
  });

  it('[CV1] nobody online converts at once', () => {
    const decision = accepted(startConversation(aHead(), 'Hola', visitor, aSituation({ hasAgentOnline: false })));
    expect(decision.ticket).toMatchObject({ make: { reason: 'no_agent_available' } });
  });

  it('with an agent there and open hours it waits', () => {
    const decision = accepted(startConversation(aHead(), 'Hola', visitor, aSituation()));
    expect(decision.ticket).toBeUndefined();
    expect(decision.events.map((event) => event.type)).toEqual(['conversation.started']);
  });
});

describe('a visitor writes', () => {
  it('[CV1] in the queue: the time by which somebody takes it is not pushed back', () => {
    expect(accepted(write(aHead(), aSituation({ now: noon + 100_000 }))).patch).toBeUndefined();
  });

  it('[CV1] in a live chat: the site has its reply time, counted from the first unanswered word', () => {
    const idle = anActiveHead({ deadlineReason: 'idle', deadlineAt: noon + 1, lastAuthorKind: 'agent' });
    const first = after(idle, write(idle));
    expect(first).toMatchObject({ deadlineReason: 'agent_reply', deadlineAt: noon + site.replyMs });
    const second = after(first, write(first, aSituation({ now: noon + 60_000 })));
    expect(second.deadlineAt).toBe(noon + site.replyMs);
  });

  it('[CV1] while the agent is offline their grace time runs on', () => {
    const head = anActiveHead({ deadlineReason: 'agent_grace', deadlineAt: noon + 5 });
    expect(after(head, write(head, aSituation({ isAgentOnline: () => false })))).toMatchObject({
      deadlineReason: 'agent_grace',
      deadlineAt: noon + 5,
    });
  });

  it.each(['pending', 'solved'] as const)('[TK4] to a %s ticket: it is open again and history says so', (status) => {
    const decision = accepted(write(aTicketedHead({ status })));
    expect(decision.ticket).toMatchObject({ patch: { status: 'open', solvedAt: 0 } });
    expect(decision.events).toMatchObject([
      { type: 'ticket.statusChanged', before: { status }, after: { status: 'open' } },
    ]);
    expect(decision.patch).toBeUndefined();
  });

  it.each(['new', 'open', 'onHold'] as const)(
    '[CV2] to a %s ticket: it is never queued or converted again',
    (status) => {
      const decision = accepted(write(aTicketedHead({ status })));
      expect(decision.events).toEqual([]);
      expect(decision.patch).toBeUndefined();
    },
  );

  it('[CV2] after answered, within the reopen window: queued again', () => {
    const ended = aHead({
      state: 'ended',
      outcome: 'answered',
      endedAt: noon - site.reopenMs,
      deadlineAt: 0,
      deadlineReason: '',
    });
    expect(after(ended, write(ended))).toMatchObject({
      state: 'queued',
      outcome: '',
      endedAt: 0,
      deadlineReason: 'pick_up',
    });
  });

  it('[CV2] later, or after discarded, or when the ticket is closed: not here', () => {
    const late = aHead({ state: 'ended', outcome: 'answered', endedAt: noon - site.reopenMs - 1 });
    const discarded = aHead({ state: 'ended', outcome: 'discarded', endedAt: noon });
    const closed = aHead({ state: 'ended', outcome: 'ticketed', endedAt: noon });
    for (const head of [late, discarded, closed]) expect(write(head)).toEqual({ ok: false, reason: 'not_writable' });
  });
});

describe('the name of a conversation', () => {
  it('is the first line, cut between letters and never inside one', () => {
    expect(subjectOf('  Sin internet \n desde ayer')).toBe('Sin internet');
    const long = subjectOf('😀'.repeat(200));
    expect(Array.from(long)).toHaveLength(120);
    expect(long.isWellFormed()).toBe(true);
  });
});
