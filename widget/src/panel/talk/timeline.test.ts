import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Entry } from '@ventanilla/shared/entities/entry';
import { anEntry } from '@ventanilla/shared/testing/builders';
import { describe, expect, it } from 'vitest';
import { emptyModel } from '../../model/model.ts';
import { type Talk, talkOf, timeline } from './timeline.ts';

function entry(seq: number, part: Partial<Entry> = {}): Entry {
  return anEntry({
    id: `ent_${seq}`,
    seq,
    kind: 'message',
    authorKind: 'visitor',
    authorId: 'vis_1',
    createdAt: seq,
    ...part,
  });
}

const talkWith = (entries: Entry[], conversation?: VisitorConversation): Talk => ({
  conversation,
  thread: { entries, heardSeq: 0 },
  outgoing: [],
});
const rowsOf = (entries: Entry[], before = talkWith(entries)) =>
  timeline(talkWith(entries), (at) => String(Math.floor(at / 10)), before);

it('says the day once, and the time at the last of a row', () => {
  const rows = rowsOf([entry(1), entry(2), entry(3, { authorKind: 'agent', authorId: 'agt_1' }), entry(11)]);
  expect(rows.map((row) => (row.kind === 'message' ? `${row.entry.seq}${row.isLast ? '.' : ''}` : row.kind))).toEqual([
    'day',
    '1',
    '2.',
    '3.',
    'day',
    '11.',
  ]);
});

it('a system line ends a row, and an entry of an unknown kind is left out', () => {
  const rows = rowsOf([
    entry(1),
    entry(2, { kind: 'system', system: { line: 'taken', agentName: 'Marta' } }),
    entry(3, { kind: 'redaction' }),
  ]);
  expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'line']);
});

describe('the line above what is new', () => {
  const answer = (seq: number) => entry(seq, { authorKind: 'agent', authorId: 'agt_1' });
  const entries = [entry(1), answer(2), entry(3), answer(4), answer(5)];
  const lookedAt = (readSeq: number, lastSeq: number) =>
    talkWith(entries.slice(0, lastSeq), { readSeq, lastSeq } as VisitorConversation);
  const linesOf = (before: Talk) =>
    rowsOf(entries, before).flatMap((row, index, rows) => {
      const next = rows[index + 1];
      return row.kind === 'new' && next?.kind === 'message' ? next.entry.seq : [];
    });

  it('stands over the first answer that had not been read, and not over one’s own words', () => {
    expect(linesOf(lookedAt(2, 5))).toEqual([4]);
    expect(linesOf(lookedAt(4, 5))).toEqual([5]);
  });

  it('is not there when all had been read, nor for what comes while somebody looks', () => {
    expect(linesOf(lookedAt(5, 5))).toEqual([]);
    expect(linesOf(lookedAt(3, 3))).toEqual([]);
    expect(linesOf(talkWith([]))).toEqual([]);
  });

  it('stays where it is when more comes', () => {
    expect(linesOf(lookedAt(2, 4))).toEqual([4]);
  });
});

it('a conversation begun on this page is found by its start id, before and after the server knows it', () => {
  const outgoing = { startId: 's1', conversationId: '' as const, clientId: 'c1' };
  const before = { ...emptyModel, outgoing: [{ ...emptyOutgoing, ...outgoing }] };
  expect(talkOf(before, 's1').outgoing).toHaveLength(1);
  const thread = { entries: [entry(1)], heardSeq: 1 };
  const after = { ...emptyModel, started: { s1: 'cnv_1' as const }, threads: { cnv_1: thread } };
  expect(talkOf(after, 's1').thread).toBe(thread);
});

const emptyOutgoing = {
  position: 1,
  body: '',
  context: { pageUrl: '', pageTitle: '', referrer: '', userAgent: '', language: '', timeZone: '', viewport: '' },
  writtenAt: 0,
  refusal: '' as const,
};
