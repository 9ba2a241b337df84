import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyModel, type Model, type Outgoing } from '../model/model.ts';
import { reduce } from '../model/reduce.ts';
import { reasonToReturn } from '../model/unread.ts';
import { type Door, Unreachable } from './door.ts';
import { createOutbox } from './outbox.ts';
import type { Store } from './store.ts';

/** A browser's disk: what one page leaves, the next one finds. */
let disk: Map<number, Outgoing>;
let isDiskFull: boolean;
/** Every command that reached the server, in order. */
let heard: { name: string; input: Record<string, unknown> }[];
let answers: (ErrorCode | 'lost' | undefined)[];
let stored: string[];
let door: Door | undefined;
let model: Model;

beforeEach(() => {
  disk = new Map();
  isDiskFull = false;
  heard = [];
  answers = [];
  stored = [];
  openDoor();
});

function openDoor(): void {
  door = {
    async call(name, input) {
      heard.push({ name, input: input as Record<string, unknown> });
      const answer = answers.shift();
      if (answer === 'lost') {
        door = undefined;
        throw new Unreachable();
      }
      if (answer) return { ok: false, error: { code: answer, message: '' } };
      const { clientId, body } = input as { clientId: string; body: string };
      if (!stored.includes(clientId)) stored.push(clientId);
      const data = {
        conversation: { id: 'cnv_1', version: 1 },
        entry: { seq: stored.indexOf(clientId) + 1, clientId, body },
      };
      return { ok: true, data: data as never };
    },
  };
}

/** Of two tabs, the later one's model is looked at. */
function page() {
  model = emptyModel;
  const store: Store = {
    isDurable: true,
    session: async () => undefined,
    adoptSession: async (fresh) => fresh,
    waiting: async () => [...disk.values()],
    async add(draft) {
      if (isDiskFull) throw new Error('full');
      const position = Math.max(0, ...disk.keys()) + 1;
      disk.set(position, { ...draft, position });
      return position;
    },
    async settle(done, changed) {
      for (const position of done) disk.delete(position);
      for (const one of changed) disk.set(one.position, one);
    },
    clear: async () => disk.clear(),
  };
  return createOutbox({
    name: 'ventanilla:demo',
    store,
    door: () => door,
    dispatch: (change) => {
      model = reduce(model, change);
    },
    locale: 'es',
  });
}

const draft = (clientId: string, conversationId: Outgoing['conversationId'] = '') => ({
  clientId,
  startId: 's1',
  conversationId,
  body: clientId,
  context: { pageUrl: '', pageTitle: '', referrer: '', userAgent: '', language: '', timeZone: '', viewport: '' },
  writtenAt: 0,
  refusal: '' as const,
});

describe('[DL6] what was written', () => {
  it('is sent in its order: the first starts the conversation, the others join it', async () => {
    const outbox = page();
    for (const clientId of ['a', 'b', 'c']) await outbox.write(draft(clientId));
    await outbox.flush();
    expect(heard.map(({ name, input }) => `${name} ${input.clientId}`)).toEqual([
      'conversation:start a',
      'message:send b',
      'message:send c',
    ]);
    expect(disk.size).toBe(0);
    expect(reasonToReturn(model)).not.toBe('unsent');
    expect(model.outgoing).toEqual([]);
  });

  it('stays until it is acknowledged, survives the page, and is sent again under the same ids', async () => {
    answers = ['lost'];
    const first = page();
    await first.write(draft('a'));
    await first.write(draft('b'));
    await first.flush();
    expect([...disk.values()].map(({ clientId }) => clientId)).toEqual(['a', 'b']);
    expect(reasonToReturn(model)).toBe('unsent');

    openDoor();
    const second = page();
    expect(await second.restore()).toBe(true);
    await second.flush();
    expect(stored).toEqual(['a', 'b']);
    expect(heard.map(({ input }) => input.startId ?? input.conversationId)).toEqual(['s1', 's1', 'cnv_1']);
    expect(disk.size).toBe(0);
  });

  it('followers know the conversation even if the page dies right after the start was acknowledged', async () => {
    answers = [undefined, 'lost'];
    const first = page();
    await first.write(draft('a'));
    await first.write(draft('b'));
    await first.flush();
    expect([...disk.values()].map(({ conversationId }) => conversationId)).toEqual(['cnv_1']);
  });

  it('waits while there is no door, and two flushes at once send it once', async () => {
    door = undefined;
    const outbox = page();
    await outbox.write(draft('a'));
    await outbox.flush();
    expect(heard).toEqual([]);
    openDoor();
    await Promise.all([outbox.flush(), outbox.flush()]);
    expect(heard).toHaveLength(1);
  });

  it('on a full disk is kept by the page, and the visitor is told', async () => {
    isDiskFull = true;
    const outbox = page();
    await outbox.write(draft('a'));
    expect(model.isDurable).toBe(false);
    await outbox.flush();
    expect(stored).toEqual(['a']);
  });
});

describe('a refusal', () => {
  it('for good marks that one, lets the others pass, and is remembered', async () => {
    answers = ['invalid'];
    const outbox = page();
    await outbox.write(draft('a'));
    await outbox.write(draft('b'));
    await outbox.flush();
    expect(heard.map(({ name }) => name)).toEqual(['conversation:start', 'conversation:start']);
    expect(stored).toEqual(['b']);
    expect([...disk.values()].map(({ clientId, refusal }) => [clientId, refusal])).toEqual([['a', 'invalid']]);
    expect(model.outgoing.map(({ refusal }) => refusal)).toEqual(['invalid']);
  });

  it('can be tried again, or taken away', async () => {
    answers = ['invalid', 'invalid'];
    const outbox = page();
    await outbox.write(draft('a'));
    await outbox.write(draft('b'));
    await outbox.flush();
    await outbox.retry('a');
    await outbox.flush();
    await outbox.discard('b');
    expect(stored).toEqual(['a']);
    expect(disk.size).toBe(0);
    expect(model.outgoing).toEqual([]);
  });

  it('for now keeps the order: nothing overtakes', async () => {
    answers = ['unavailable'];
    const outbox = page();
    await outbox.write(draft('a'));
    await outbox.write(draft('b'));
    await outbox.flush();
    expect(heard).toHaveLength(1);
    await outbox.flush();
    expect(stored).toEqual(['a', 'b']);
    outbox.stop();
  });
});

describe('[DL7] two tabs', () => {
  /** The browser's, shared by its tabs. */
  let turns: Promise<unknown>;
  let isTaken: boolean;

  beforeEach(() => {
    turns = Promise.resolve();
    isTaken = false;
    vi.stubGlobal('navigator', {
      locks: {
        request(_name: string, { signal }: { signal: AbortSignal }, act: () => Promise<void>) {
          const late = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
          if (isTaken) return late;
          const turn = turns.then(act);
          turns = turn.catch(() => {});
          return turn;
        },
      },
    });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('that send at the same time send every word once, each in its own order', async () => {
    const [left, right] = [page(), page()];
    await Promise.all([left.write(draft('l1')), right.write(draft('r1'))]);
    await Promise.all([left.write(draft('l2')), right.write(draft('r2'))]);
    await Promise.all([left.flush(), right.flush()]);
    expect(stored.filter((clientId) => clientId.startsWith('l'))).toEqual(['l1', 'l2']);
    expect(stored.filter((clientId) => clientId.startsWith('r'))).toEqual(['r1', 'r2']);
    expect(disk.size).toBe(0);
  });

  it('share what waits: what one that is gone has written is sent by the other, in its order', async () => {
    const right = page();
    expect(await right.restore()).toBe(false);
    const left = page();
    await left.write(draft('l1'));
    await left.write(draft('l2'));
    await right.flush();
    expect(heard.map(({ input }) => input.clientId)).toEqual(['l1', 'l2']);
    expect(disk.size).toBe(0);
  });

  it('a word written while a turn ends is sent all the same', async () => {
    const left = page();
    await left.write(draft('l1'));
    const sent = left.flush();
    while (stored.length === 0) await Promise.resolve();
    await left.write(draft('l2'));
    await left.flush();
    await sent;
    expect(stored).toEqual(['l1', 'l2']);
  });

  it('wait for each other only so long: a tab that sleeps with the lock keeps nobody from sending', async () => {
    isTaken = true;
    const waits = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(waits.signal);
    const left = page();
    await left.write(draft('l1'));
    const sent = left.flush();
    await Promise.resolve();
    expect(heard).toEqual([]);
    waits.abort();
    await sent;
    expect(stored).toEqual(['l1']);
  });
});
