import type { ConversationId } from '@ventanilla/shared/ids';
import { hasGap } from '@ventanilla/shared/state/thread';
import { anEntry } from '@ventanilla/shared/testing/builders';
import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Model } from '../model/model.ts';
import { reduce } from '../model/reduce.ts';
import { talking } from '../testing/stage.tsx';
import { createCatchUp } from './catch-up.ts';
import { type Door, Unreachable } from './door.ts';

const id: ConversationId = 'cnv_1';
let model: Model;
/** How many lines the server has, how many it gives at once, and what it says instead. */
let stored: number;
let page: number;
let refusal: ErrorCode | 'nobody' | '';
let details: Record<string, unknown>;
let asked: number[];
let open: Door | undefined;

function aDoor(): Door {
  return {
    async call(_name: string, { afterSeq = 0 }: { afterSeq?: number }) {
      asked.push(afterSeq);
      if (refusal === 'nobody') throw new Unreachable();
      if (refusal) return { ok: false, error: { code: refusal, message: '', details } };
      const upTo = Math.min(stored, afterSeq + page);
      const entries = Array.from({ length: upTo - afterSeq }, (_, index) => anEntry({ seq: afterSeq + index + 1 }));
      return { ok: true, data: { conversation: model.conversations[0], entries, isSnapshot: false } };
    },
  } as unknown as Door;
}

const { catchUp } = createCatchUp(
  () => open,
  () => model,
  (change) => {
    model = reduce(model, change);
    // As the connection does after every change.
    if (Object.values(model.threads).some(hasGap)) void catchUp(id);
  },
  () => 1,
);

const seqs = () => model.threads[id]?.entries.map(({ seq }) => seq) ?? [];
const settle = () => vi.advanceTimersByTimeAsync(0);

/** What the server has more of than this page. */
function missing(from: number, to: number): void {
  const entries = Array.from({ length: from }, (_, index) => anEntry({ seq: index + 1 }));
  model = talking({ lastSeq: to }, entries);
  model = { ...model, threads: { [id]: { entries, heardSeq: to } } };
  stored = to;
}

beforeEach(() => {
  vi.useFakeTimers();
  [page, refusal, details, asked, open] = [200, '', {}, [], aDoor()];
});

afterEach(() => {
  open = undefined;
  vi.useRealTimers();
});

it('asks until the gap is closed, and no longer', async () => {
  missing(1, 5);
  page = 2;
  void catchUp(id);
  await settle();
  expect([seqs(), asked]).toEqual([
    [1, 2, 3, 4, 5],
    [1, 3],
  ]);
});

it('asks no more where the server has nothing of what was heard of', async () => {
  missing(1, 5);
  stored = 1;
  void catchUp(id);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([1]);
});

describe('on a line that lives, a server that could not answer', () => {
  it.each(['rate_limited', 'internal', 'unavailable'] as const)(
    '(%s) is asked again, less and less often',
    async (code) => {
      missing(1, 3);
      refusal = code;
      void catchUp(id);
      await settle();
      expect(asked).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(60_000);
      // At most five seconds between two: whoever looks does not wait longer for a server that is back.
      expect(asked.length).toBeGreaterThan(10);
      expect(asked.length).toBeLessThan(20);
      refusal = '';
      await vi.advanceTimersByTimeAsync(5_000);
      expect(seqs()).toEqual([1, 2, 3]);
      const before = asked.length;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(asked).toHaveLength(before);
    },
  );

  it('is asked again for what is on the screen with nothing in it', async () => {
    model = { ...talking({ lastSeq: 2 }), threads: {} };
    stored = 2;
    refusal = 'internal';
    void catchUp(id);
    await settle();
    refusal = '';
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seqs()).toEqual([1, 2]);
  });

  it('is asked when it has said to come back', async () => {
    missing(1, 3);
    [refusal, details] = ['rate_limited', { retryAfterMs: 20_000 }];
    void catchUp(id);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(asked).toHaveLength(1);
    refusal = '';
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seqs()).toEqual([1, 2, 3]);
  });

  it('is asked by one at a time, whatever else changes meanwhile', async () => {
    missing(1, 3);
    refusal = 'internal';
    for (let call = 0; call < 5; call++) void catchUp(id);
    await settle();
    void catchUp(id);
    await settle();
    expect(asked).toHaveLength(1);
  });

  it('is left alone once there is nothing to ask for', async () => {
    missing(1, 2);
    refusal = 'internal';
    void catchUp(id);
    await settle();
    model = reduce(model, { type: 'entryAdded', conversationId: id, entry: anEntry({ seq: 2 }) });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
  });
});

it.each(['not_found', 'forbidden', 'nobody'] as const)('%s is not asked again by itself', async (code) => {
  missing(1, 3);
  refusal = code;
  void catchUp(id);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
});

it('another door asks at once, and the one before no more', async () => {
  missing(1, 3);
  refusal = 'internal';
  void catchUp(id);
  await settle();
  open = aDoor();
  refusal = '';
  void catchUp(id);
  await settle();
  expect(seqs()).toEqual([1, 2, 3]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(2);
});
