import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isKnown, openStore } from './store.ts';

const token = { token: 'v1.known', visitorId: 'vis_1' } as never;
const draft = { clientId: 'a' } as never;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A browser's database, as far as it is asked here: requests whose answers are given, or never come. */
function stubDatabase() {
  const database = {
    closed: 0,
    added: [] as unknown[],
    answers: true,
    close: () => {
      database.closed += 1;
    },
    transaction() {
      const transaction = { oncomplete: () => {}, objectStore: () => table };
      const answer = (result: unknown) => {
        const request = { result, onsuccess: () => {} };
        if (database.answers) {
          queueMicrotask(() => request.onsuccess());
          queueMicrotask(() => transaction.oncomplete());
        }
        return request;
      };
      const table = {
        transaction,
        get: () => answer(token),
        add: (one: unknown) => {
          database.added.push(one);
          return answer(database.added.length);
        },
      };
      return transaction;
    },
  };
  const request = { result: database, onsuccess: () => {} };
  vi.stubGlobal('indexedDB', { open: () => request });
  return { database, request };
}

it('[DL6] does not wait for a database that never opens, and is in nobody’s way when it does', async () => {
  const { database, request } = stubDatabase();
  const opening = openStore('site');
  const looking = isKnown('site');
  await vi.runAllTimersAsync();
  expect((await opening).isDurable).toBe(false);
  expect(await looking).toBe(false);
  request.onsuccess();
  await vi.runAllTimersAsync();
  expect(database.closed).toBeGreaterThan(0);
});

it('[DL6] keeps to the page once a write is not answered, as the same visitor', async () => {
  const { database, request } = stubDatabase();
  const opening = openStore('site');
  request.onsuccess();
  const store = await opening;
  expect(await store.session()).toEqual(token);
  expect(await store.add(draft)).toBe(1);

  database.answers = false;
  const refused = expect(store.add(draft)).rejects.toThrow();
  await vi.runAllTimersAsync();
  await refused;
  expect(await store.session()).toEqual(token);
  expect(await store.waiting()).toEqual([]);
  await expect(store.add(draft)).rejects.toThrow();
  expect(database.added).toHaveLength(2);
});
