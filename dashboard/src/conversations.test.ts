// @vitest-environment happy-dom

import { emptyThread, join } from '@ventanilla/shared/state/thread';
import { aConversation, anEntry } from '@ventanilla/shared/testing/builders';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer, Failure } from './connection/failure.ts';
import type { Connection } from './connection/socket.ts';
import { closeConversation, showEntry } from './conversations.ts';
import * as desk from './desk.ts';
import { useConnection } from './live.ts';

const { id } = aConversation();
let asked: number[];
let failure: Failure | null;
/** What the server has. */
let stored: number;

const connection: Connection = {
  call: async (_name: string, { afterSeq }: { afterSeq?: number }) => {
    asked.push(afterSeq ?? 0);
    if (failure) return { ok: false, error: failure } as Answer<never>;
    const entries = Array.from({ length: stored - (afterSeq ?? 0) }, (_, index) =>
      anEntry({ seq: (afterSeq ?? 0) + index + 1 }),
    );
    return { ok: true, data: { entries, isSnapshot: false } } as never;
  },
  tryNow: () => undefined,
  close: () => undefined,
} as Connection;

const seqs = () => desk.opened.value?.thread.entries.map(({ seq }) => seq);

beforeEach(() => {
  vi.useFakeTimers();
  // The longest waits that chance can give.
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => (bytes as Uint8Array).fill(255) as never);
  [asked, failure, stored] = [[], null, 3];
  desk.clearDesk();
  desk.opened.value = { id, detail: null, thread: join(emptyThread, [anEntry({ seq: 1 })]), failure: null };
  useConnection(connection);
});

afterEach(async () => {
  closeConversation(id);
  await vi.advanceTimersByTimeAsync(60_000);
  useConnection(null);
  vi.useRealTimers();
});

/** An entry that does not follow the last one here. */
async function hearOfThird(): Promise<void> {
  showEntry(id, anEntry({ seq: 3 }));
  await vi.advanceTimersByTimeAsync(0);
}

test('[DL5] what is missing is asked for once, before what comes after it is shown', async () => {
  await hearOfThird();
  expect([seqs(), asked]).toEqual([[1, 2, 3], [1]]);
});

describe('[DL5] on a line that lives', () => {
  test.each(['rate_limited', 'internal', 'unavailable', 'offline'] as const)(
    'a gap whose question was answered with "%s" is closed once the server can answer',
    async (code) => {
      failure = { code };
      await hearOfThird();
      expect(asked).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(60_000);
      const before = asked.length;
      failure = null;
      await vi.advanceTimersByTimeAsync(5_000);
      expect(seqs()).toEqual([1, 2, 3]);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(asked).toHaveLength(before + 1);
    },
  );

  test('it is not asked for when the answer will stay the same, nor when nobody looks any more', async () => {
    failure = { code: 'not_found' };
    await hearOfThird();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
    failure = { code: 'internal' };
    await hearOfThird();
    closeConversation(id);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(2);
  });
});

test('without a connection nothing is asked again: the next one begins with the whole conversation', async () => {
  failure = { code: 'offline' };
  desk.offlineSince.value = 1;
  await hearOfThird();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
});
