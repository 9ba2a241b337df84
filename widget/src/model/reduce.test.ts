import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Entry } from '@ventanilla/shared/entities/entry';
import type { ConversationId } from '@ventanilla/shared/ids';
import { emptyThread, hasGap, lastSeq } from '@ventanilla/shared/state/thread';
import { anEntry, aVisitorConversation } from '@ventanilla/shared/testing/builders';
import type { SyncAnswer } from '@ventanilla/shared/wire/visitor';
import { describe, expect, it } from 'vitest';
import { emptyModel, type Model, type Outgoing } from './model.ts';
import { type Change, reduce } from './reduce.ts';

const id: ConversationId = 'cnv_1';

function conversation(changes: Partial<VisitorConversation> = {}): VisitorConversation {
  return aVisitorConversation({ id, ...changes });
}

function entry(seq: number, clientId = ''): Entry {
  return anEntry({ id: `ent_${seq}`, seq, clientId, authorKind: clientId === '' ? 'agent' : 'visitor' });
}

function outgoing(changes: Partial<Outgoing> = {}): Outgoing {
  return {
    position: 1,
    clientId: 'c1',
    startId: 's1',
    conversationId: '',
    body: 'Hola',
    context: { pageUrl: '', pageTitle: '', referrer: '', userAgent: '', language: '', timeZone: '', viewport: '' },
    writtenAt: 1,
    refusal: '',
    ...changes,
  };
}

function synced(entries: Entry[], changes: Partial<SyncAnswer> = {}): Change {
  const last = entries.at(-1)?.seq ?? 0;
  return {
    type: 'synced',
    answer: { conversation: conversation({ lastSeq: last }), entries, isSnapshot: false, ...changes },
  };
}

const added = (seq: number, clientId = ''): Change => ({
  type: 'entryAdded',
  conversationId: id,
  entry: entry(seq, clientId),
});
const after = (...changes: Change[]): Model => changes.reduce(reduce, emptyModel);
const shown = (model: Model) => (model.threads[id]?.entries ?? []).map(({ seq }) => seq);

describe('entries', () => {
  it('earlier ones come before those that are here, if nothing is missing between them', () => {
    const last = after(synced([entry(4), entry(5)], { isSnapshot: true }));
    const withEarlier = (...entries: Entry[]) =>
      shown(reduce(last, { type: 'conversationChanged', conversation: conversation({ lastSeq: 5 }), entries }));
    expect(withEarlier(entry(2), entry(3))).toEqual([2, 3, 4, 5]);
    expect(withEarlier(entry(2), entry(3), entry(4))).toEqual([2, 3, 4, 5]);
    expect(withEarlier(entry(1), entry(2))).toEqual([4, 5]);
    expect(withEarlier()).toEqual([4, 5]);
  });

  it('[DL5] one that comes too early is not shown, and the gap is known until it is closed', () => {
    const early = after(added(1), added(3));
    expect(shown(early)).toEqual([1]);
    expect(hasGap(early.threads[id]!)).toBe(true);

    const closed = reduce(early, synced([entry(2), entry(3)]));
    expect(shown(closed)).toEqual([1, 2, 3]);
    expect(hasGap(closed.threads[id]!)).toBe(false);
  });

  it('one that is there already changes nothing that is shown', () => {
    expect(shown(after(added(1), added(2), added(2), added(1)))).toEqual([1, 2]);
  });

  it('what arrives while a synchronisation is on its way is missing again afterwards', () => {
    const model = after(added(1), added(4), synced([entry(2), entry(3)]));
    expect(shown(model)).toEqual([1, 2, 3]);
    expect(hasGap(model.threads[id]!)).toBe(true);
  });

  it('[DL4] a snapshot replaces what was there', () => {
    const model = after(added(1), synced([entry(301), entry(302)], { isSnapshot: true }));
    expect(shown(model)).toEqual([301, 302]);
  });

  it('[DL4] of a server that was restored from a backup nothing is taken for known', () => {
    const known = after(synced([1, 2, 3, 4].map((seq) => entry(seq))), {
      type: 'conversationChanged',
      conversation: conversation({ lastSeq: 4, version: 9, state: 'ended', readSeq: 4 }),
    });
    const earlier = conversation({ lastSeq: 2 });
    const restored = reduce(known, { type: 'listed', conversations: [earlier], isBehind: true });
    expect([restored.conversations, shown(restored)]).toEqual([[earlier], []]);
    expect(shown(reduce(restored, synced([entry(1), entry(2)])))).toEqual([1, 2]);
    const sameVersion = reduce(known, { type: 'listed', conversations: [earlier] });
    expect(sameVersion.conversations).toEqual(known.conversations);
  });

  it('a conversation that speaks of a higher seq than is known has a gap', () => {
    const model = after(added(1), { type: 'conversationChanged', conversation: conversation({ lastSeq: 2 }) });
    expect(hasGap(model.threads[id]!)).toBe(true);
  });
});

describe('what is written', () => {
  it('is replaced by the stored message when it is acknowledged', () => {
    const mine = outgoing();
    const model = after(
      { type: 'written', outgoing: mine },
      { type: 'acknowledged', outgoing: mine, answer: { conversation: conversation(), entry: entry(1, 'c1') } },
    );
    expect(model.outgoing).toEqual([]);
    expect(shown(model)).toEqual([1]);
    expect(model.started).toEqual({ s1: id });
  });

  it('[DL3] is no longer waiting when the server speaks of it before the acknowledgement', () => {
    const model = after({ type: 'written', outgoing: outgoing({ conversationId: id }) }, added(1, 'c1'));
    expect(model.outgoing).toEqual([]);
    expect(shown(model)).toEqual([1]);
  });

  it('stays in sight until it is known which conversation it has begun', () => {
    const mine = outgoing();
    const heard = after({ type: 'written', outgoing: mine }, added(1, 'c1'));
    expect(heard.outgoing).toEqual([mine]);
    const answer = { conversation: conversation(), entry: entry(1, 'c1') };
    expect(reduce(heard, { type: 'acknowledged', outgoing: mine, answer }).outgoing).toEqual([]);
  });

  it('stays, with its reason, when it is refused, and waits again when it is tried again', () => {
    const refused = after(
      { type: 'written', outgoing: outgoing() },
      { type: 'refused', clientId: 'c1', code: 'invalid' },
    );
    expect(refused.outgoing.map(({ refusal }) => refusal)).toEqual(['invalid']);
    const retried = reduce(refused, { type: 'retried', outgoing: outgoing() });
    expect(retried.outgoing.map(({ refusal }) => refusal)).toEqual(['']);
  });

  it('that may not be written any more closes its conversation, and goes on in a new one', () => {
    const one = outgoing({ startId: '', conversationId: id });
    const refused = after(
      { type: 'listed', conversations: [conversation()] },
      { type: 'written', outgoing: one },
      { type: 'refused', clientId: 'c1', code: 'not_writable' },
    );
    expect(refused.conversations.map(({ isWritable }) => isWritable)).toEqual([false]);
    const again = reduce(refused, { type: 'retried', outgoing: { ...one, startId: 's2', conversationId: '' } });
    expect(again.outgoing).toMatchObject([{ clientId: 'c1', startId: 's2', conversationId: '', refusal: '' }]);
  });
});

describe('conversations', () => {
  it('of the same instant stand in one order, whichever came first', () => {
    const [low, high] = [conversation(), conversation({ id: 'cnv_2' })];
    for (const conversations of [
      [low, high],
      [high, low],
    ]) {
      const model = after({ type: 'listed', conversations });
      expect(model.conversations.map((one) => one.id)).toEqual(['cnv_2', 'cnv_1']);
    }
  });

  it('an older version says nothing', () => {
    const model = after(
      { type: 'conversationChanged', conversation: conversation({ version: 2, state: 'active' }) },
      { type: 'conversationChanged', conversation: conversation({ version: 1 }) },
    );
    expect(model.conversations.map(({ state }) => state)).toEqual(['active']);
  });

  it('[DL8] a read mark of this page is not taken back by a server that writes it later', () => {
    const model = after(
      { type: 'listed', conversations: [conversation({ lastSeq: 4 })] },
      { type: 'read', conversationId: id, seq: 4 },
      { type: 'conversationChanged', conversation: conversation({ version: 2, readSeq: 1 }) },
    );
    expect(model.conversations.map(({ readSeq }) => readSeq)).toEqual([4]);
  });

  it('[DL8] what agents have read only goes forward, whichever way it is told', () => {
    const model = after(
      { type: 'listed', conversations: [conversation({ lastSeq: 4 })] },
      { type: 'agentRead', conversationId: id, seq: 4 },
      { type: 'agentRead', conversationId: id, seq: 2 },
      { type: 'conversationChanged', conversation: conversation({ version: 2, agentReadSeq: 3 }) },
    );
    expect(model.conversations.map(({ agentReadSeq }) => agentReadSeq)).toEqual([4]);
  });

  it('whoever writes is known until they stop, or until their words are here', () => {
    const writing = after({ type: 'writing', conversationId: id, name: 'Marta' });
    expect(writing.writers[id]).toBe('Marta');
    expect(reduce(writing, added(1)).writers[id]).toBe('');
    expect(reduce(writing, added(1, 'mine')).writers[id]).toBe('Marta');
    expect(reduce(writing, { type: 'writing', conversationId: id, name: '' }).writers[id]).toBe('');
  });

  it('are listed newest first', () => {
    const older = conversation({ id: 'cnv_0', createdAt: 0 });
    const model = after({ type: 'listed', conversations: [older, conversation()] });
    expect(model.conversations.map((one) => one.id)).toEqual([id, 'cnv_0']);
  });
});

/** Numbers from 0 up to 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

it('[DL4] snapshot + events = fresh snapshot, whatever is lost, doubled or out of order', () => {
  const stored = Array.from({ length: 12 }, (_, index) => entry(index + 1, index % 3 === 0 ? `c${index}` : ''));
  const fresh = reduce(emptyModel, synced(stored));
  for (let seed = 1; seed <= 200; seed++) {
    const roll = dice(seed);
    let model = emptyModel;
    for (let step = 0; step < 40; step++) {
      const known = Math.floor(roll() * stored.length) + 1;
      const last = lastSeq(model.threads[id] ?? emptyThread);
      const isSnapshot = roll() < 0.2;
      const change =
        roll() < 0.7
          ? added(known, stored[known - 1]?.clientId)
          : synced(stored.slice(isSnapshot ? 0 : last, Math.max(known, last)), { isSnapshot });
      model = reduce(model, change);
      expect(shown(model), `seed ${seed}`).toEqual(shown(fresh).slice(0, shown(model).length));
    }
    const rest = stored.slice(lastSeq(model.threads[id] ?? emptyThread));
    const caughtUp = reduce(model, synced(rest, { conversation: conversation({ lastSeq: 12 }) }));
    expect(caughtUp.threads[id], `seed ${seed}`).toEqual(fresh.threads[id]);
  }
});
