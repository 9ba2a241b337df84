import { describe, expect, it } from 'vitest';
import { reply } from './agent-acts.ts';
import { confirm, end, setTicketStatus } from './ending.ts';
import { dueIn, expectedAt } from './promise.ts';
import {
  accepted,
  after,
  aHead,
  aSituation,
  aTicketedHead,
  marta,
  noon,
  site,
  visitor,
} from './situation-for-tests.ts';
import { visitorWrites } from './visitor-writes.ts';

const promiseMs = site.firstReplyMinutes * 60_000;
const later = noon + 3_600_000;
const owed = (changes = {}) => aTicketedHead({ status: 'open', dueAt: noon + 1_000, ...changes });
const changeOf = (decision: ReturnType<typeof reply>) =>
  accepted(decision).events.flatMap(({ before, after: next }) =>
    before && 'dueAt' in before ? [[before.dueAt, (next as typeof before).dueAt]] : [],
  );

describe('[TK3] when an answer is expected', () => {
  it('from the first word while nobody has answered, else from now', () => {
    const situation = aSituation({ now: later });
    expect(expectedAt(aHead(), situation)).toBe(noon + promiseMs);
    expect(expectedAt(aHead({ lastReplySeq: 2 }), situation)).toBe(later + promiseMs);
  });

  it('is never pushed back, and begins again with a word after none was owed', () => {
    const situation = aSituation({ now: later });
    expect(dueIn('open', { dueAt: noon }, 'visitor', situation)).toBe(noon);
    expect(dueIn('open', { dueAt: 0 }, 'visitor', situation)).toBe(later + promiseMs);
    expect(dueIn('open', { dueAt: 0 }, 'agent', situation)).toBe(0);
    expect(dueIn('onHold', { dueAt: noon }, 'agent', situation)).toBe(noon);
    for (const status of ['pending', 'solved', 'closed'] as const)
      expect(dueIn(status, { dueAt: noon }, 'visitor', situation)).toBe(0);
  });
});

describe('[TK6] a promise changes with its history', () => {
  it('kept: the answer was given', () => {
    const head = owed();
    const decision = reply(head, 'Ya está', head.lastSeq, marta, aSituation());
    expect(after(head, decision).ticket?.dueAt).toBe(0);
    expect(changeOf(decision)).toEqual([[noon + 1_000, 0]]);
    expect(changeOf(reply(owed({ dueAt: 0 }), 'Y esto', head.lastSeq, marta, aSituation()))).toEqual([]);
  });

  it.each(['pending', 'solved'] as const)('nothing is owed while it is %s', (status) => {
    const decision = setTicketStatus(owed(), status, marta, aSituation());
    expect(after(owed(), decision).ticket).toMatchObject({ status, dueAt: 0 });
    expect(changeOf(decision)).toEqual([[noon + 1_000, 0]]);
  });

  it('a ticket that an agent ends is owed nothing', () => {
    expect(after(owed(), end(owed(), marta, aSituation())).ticket?.dueAt).toBe(0);
  });

  it.each(['open', 'pending', 'solved', 'onHold'] as const)('made again by a word on an answered, %s one', (status) => {
    const head = owed({ status, dueAt: 0 });
    const decision = visitorWrites(head, '¿Y ahora?', visitor, aSituation({ now: later }));
    expect(after(head, decision).ticket?.dueAt).toBe(later + promiseMs);
    expect(changeOf(decision)).toEqual([[0, later + promiseMs]]);
  });

  it('a second word does not push it back', () => {
    const decision = visitorWrites(owed(), '¿Hola?', visitor, aSituation({ now: later }));
    expect(after(owed(), decision).ticket?.dueAt).toBe(noon + 1_000);
    expect(changeOf(decision)).toEqual([]);
  });

  it('"not solved" promises an answer; an agent who opens it again after their own word does not', () => {
    const solved = { ...owed({ status: 'solved', dueAt: 0 }), lastAuthorKind: 'agent' as const };
    const situation = aSituation({ now: later });
    expect(after(solved, confirm(solved, false, visitor, situation)).ticket?.dueAt).toBe(later + promiseMs);
    expect(after(solved, setTicketStatus(solved, 'open', marta, situation)).ticket?.dueAt).toBe(0);
    const unanswered = { ...solved, lastAuthorKind: 'visitor' as const };
    expect(after(unanswered, setTicketStatus(unanswered, 'open', marta, situation)).ticket?.dueAt).toBe(
      later + promiseMs,
    );
  });
});
