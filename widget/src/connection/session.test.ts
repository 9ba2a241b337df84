import type { VisitorSession } from '@ventanilla/shared/wire/visitor';
import { beforeEach, expect, it } from 'vitest';
import { type Door, Unreachable } from './door.ts';
import { createSession } from './session.ts';
import type { Store } from './store.ts';

const session = (n: number) => ({ visitorId: `vis_${n}`, token: `v1.${n}` }) as VisitorSession;

/** What this browser keeps, for all of its tabs. */
let kept: VisitorSession | undefined;
let made: number;
let gone: (VisitorSession | undefined)[];

beforeEach(() => {
  kept = undefined;
  made = 0;
  gone = [];
});

function tab() {
  const store = {
    session: async () => kept,
    async adoptSession(fresh, insteadOf) {
      if (!kept || kept.token === insteadOf) kept = fresh;
      return kept;
    },
  } satisfies Pick<Store, 'session' | 'adoptSession'> as unknown as Store;
  const door: Door = {
    async call() {
      made += 1;
      return { ok: true, data: session(made) as never };
    },
  };
  return createSession(store, door, (other) => gone.push(other));
}

it('all tabs are one visitor, who is made when somebody asks', async () => {
  const [first, second] = [tab(), tab()];
  expect(await first.known()).toBeUndefined();
  expect([await first.get(), await second.get(), await first.known()]).toEqual([session(1), session(1), session(1)]);
  expect([made, gone]).toEqual([1, []]);
});

it('[PR1] when another tab has forgotten the visitor nobody goes on as them, nor makes another in their place', async () => {
  const first = tab();
  await first.get();
  kept = undefined;
  await expect(first.get()).rejects.toThrow(Unreachable);
  expect([made, gone]).toEqual([1, [undefined]]);

  kept = session(7);
  await expect(first.known()).rejects.toThrow(Unreachable);
  expect(gone).toEqual([undefined, session(7)]);
});

it('goes on as the same visitor with another token, and as another one where the server wants it', async () => {
  const first = tab();
  await first.get();
  kept = { ...session(1), token: 'i1.1' };
  expect((await first.get()).token).toBe('i1.1');
  expect(await first.renew()).toBe(true);
  expect(await first.get()).toEqual(session(2));
  expect(gone).toEqual([]);
});
