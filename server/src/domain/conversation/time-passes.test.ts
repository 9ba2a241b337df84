import { describe, expect, it } from 'vitest';
import {
  accepted,
  after,
  aHead,
  anActiveHead,
  aSituation,
  aTicketedHead,
  marta,
  noon,
  site,
} from './situation-for-tests.ts';
import { agentRemoved, deadlineCame, presenceChanged } from './time-passes.ts';

const notDue = { ok: false, reason: 'not_due' };
const late = (changes = {}) => aSituation({ now: noon + 3_600_000, ...changes });

describe('[CV1] a deadline comes', () => {
  it('not before its time, and not after the end', () => {
    expect(deadlineCame(aHead(), aSituation())).toEqual(notDue);
    expect(deadlineCame(aHead({ state: 'ended', deadlineAt: 0, deadlineReason: '' }), late())).toEqual(notDue);
  });

  it.each([
    ['pick_up', 'not_picked_up'],
    ['pick_up_after_loss', 'agent_lost'],
  ] as const)('%s: a ticket, %s, of the group', (deadlineReason, reason) => {
    const { ticket } = accepted(deadlineCame(aHead({ deadlineReason }), late()));
    expect(ticket).toMatchObject({ make: { reason, assigneeId: '', status: 'new' } });
  });

  it('visitor_return: a ticket of the agent who had it, visitor_left', () => {
    const { ticket } = accepted(
      deadlineCame(anActiveHead({ deadlineReason: 'visitor_return' }), late({ isVisitorHere: false })),
    );
    expect(ticket).toMatchObject({ make: { reason: 'visitor_left', assigneeId: marta.id, status: 'open' } });
  });

  it('visitor_return with the visitor back, by whichever door: as if nothing had been', () => {
    const head = anActiveHead({ deadlineReason: 'visitor_return' });
    expect(after(head, deadlineCame(head, late()))).toMatchObject({ state: 'active', deadlineReason: 'agent_reply' });
  });

  it('idle: answered', () => {
    const head = anActiveHead({ deadlineReason: 'idle', lastAuthorKind: 'agent' });
    expect(after(head, deadlineCame(head, late()))).toMatchObject({
      state: 'ended',
      outcome: 'answered',
      deadlineAt: 0,
      deadlineReason: '',
    });
  });

  it('[AS3] agent_grace: to the front of the queue, nobody has it', () => {
    const head = anActiveHead({ deadlineReason: 'agent_grace' });
    expect(after(head, deadlineCame(head, late({ isAgentOnline: () => false })))).toMatchObject({
      state: 'queued',
      isFront: true,
      assigneeId: '',
      deadlineReason: 'pick_up_after_loss',
    });
  });

  it('agent_grace with the agent back: as if nothing had been', () => {
    const head = anActiveHead({ deadlineReason: 'agent_grace' });
    expect(after(head, deadlineCame(head, late()))).toMatchObject({ state: 'active', deadlineReason: 'agent_reply' });
  });

  it('agent_reply: to the front of the queue; with nobody there it is a ticket of the group', () => {
    const head = anActiveHead();
    expect(after(head, deadlineCame(head, late())).isFront).toBe(true);
    expect(accepted(deadlineCame(head, late({ hasAgentOnline: false }))).ticket).toMatchObject({
      make: { reason: 'agent_lost', assigneeId: '' },
    });
  });

  it('every deadline leads to a state in which a new one runs, or to an end with an outcome', () => {
    const reasons = ['pick_up', 'pick_up_after_loss', 'agent_grace', 'agent_reply', 'visitor_return', 'idle'] as const;
    const flags = [true, false];
    for (const deadlineReason of reasons) {
      for (const isOpen of flags) {
        for (const hasAgentOnline of flags) {
          const head = (deadlineReason.startsWith('pick_up') ? aHead : anActiveHead)({ deadlineReason });
          const next = after(
            head,
            deadlineCame(head, late({ isOpen, hasAgentOnline, isAgentOnline: () => hasAgentOnline })),
          );
          if (next.state === 'ended')
            expect(next).toMatchObject({
              deadlineAt: 0,
              deadlineReason: '',
              outcome: expect.stringMatching(/^(answered|ticketed)$/),
            });
          else expect(next.deadlineAt).toBeGreaterThan(noon + 3_600_000);
          expect(next.outcome === 'ticketed').toBe(next.ticket !== null);
        }
      }
    }
  });
});

describe('[CV1] somebody comes or goes', () => {
  it('the agent leaves: their grace runs; comes back: the reply time runs anew', () => {
    const head = anActiveHead();
    const left = after(head, presenceChanged(head, aSituation({ isAgentOnline: () => false })));
    expect(left).toMatchObject({ deadlineReason: 'agent_grace', deadlineAt: noon + site.graceMs });
    expect(after(left, presenceChanged(left, aSituation()))).toMatchObject({ deadlineReason: 'agent_reply' });
  });

  it('the visitor leaves with the last word: their return is waited for', () => {
    const head = anActiveHead();
    expect(after(head, presenceChanged(head, aSituation({ isVisitorHere: false })))).toMatchObject({
      deadlineReason: 'visitor_return',
      deadlineAt: noon + site.visitorReturnMs,
    });
  });

  it('coming and going does not push back what is awaited since the last word', () => {
    const head = anActiveHead({ deadlineReason: 'visitor_return', lastEntryAt: noon - 100_000 });
    const back = after(head, presenceChanged(head, aSituation()));
    expect(back).toMatchObject({ deadlineReason: 'agent_reply', deadlineAt: noon - 100_000 + site.replyMs });
  });

  it('in the queue nothing changes, whoever leaves', () => {
    expect(presenceChanged(aHead(), aSituation({ isVisitorHere: false }))).toEqual(notDue);
  });

  it("[TK2] the ticket of an agent whose account is gone is the group's", () => {
    const head = aTicketedHead({ status: 'open', assigneeId: marta.id, groupId: '' });
    const situation = aSituation();
    expect(after(head, agentRemoved(head, situation)).ticket).toMatchObject({
      assigneeId: '',
      groupId: situation.groupId,
    });
  });

  it('an agent whose account is gone is not waited for', () => {
    const head = anActiveHead();
    expect(after(head, agentRemoved(head, aSituation()))).toMatchObject({ state: 'queued', isFront: true });
  });
});
