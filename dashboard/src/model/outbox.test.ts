import { anEntry, anId } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import {
  confirm,
  drop,
  mark,
  mirror,
  nextToSend,
  type Outbox,
  put,
  repliesSince,
  type Unsent,
  unsentOf,
} from './outbox.ts';

function anUnsent(part: Partial<Unsent> = {}): Unsent {
  return {
    clientId: 'a',
    conversationId: anId('conversation', 1),
    kind: 'message',
    body: 'Hola',
    files: [],
    seenSeq: 1,
    position: 1,
    writtenAt: 1,
    state: 'waiting',
    failure: null,
    ...part,
  };
}

const ids = (outbox: Outbox) => outbox.map(({ clientId }) => clientId);

test('[DL1] the same writing is there once', () => {
  const outbox = put(put([], anUnsent()), anUnsent({ body: 'otra' }));
  expect(outbox).toHaveLength(1);
  expect(outbox[0]?.body).toBe('Hola');
});

test('one conversation keeps its order, another does not wait for it', () => {
  const outbox = [
    anUnsent({ clientId: 'a', state: 'sending' }),
    anUnsent({ clientId: 'b' }),
    anUnsent({ clientId: 'c', conversationId: anId('conversation', 2) }),
    anUnsent({ clientId: 'd', conversationId: anId('conversation', 2) }),
  ];
  expect(ids(nextToSend(outbox))).toEqual(['a', 'c']);
  expect(ids(nextToSend(drop(outbox, 'a')))).toEqual(['b', 'c']);
});

test('a conflict or a refusal holds back what was written after it', () => {
  const outbox = [anUnsent({ clientId: 'a', state: 'conflict' }), anUnsent({ clientId: 'b' })];
  expect(nextToSend(outbox)).toEqual([]);
  expect(nextToSend(mark(outbox, 'a', 'failed', { code: 'forbidden' }))).toEqual([]);
});

test('what another tab says of a writing replaces it in its place, and what it has written comes last', () => {
  const outbox = [anUnsent({ clientId: 'a' }), anUnsent({ clientId: 'b' })];
  const heard = mirror(mirror(outbox, anUnsent({ clientId: 'a', state: 'sending' })), anUnsent({ clientId: 'c' }));
  expect(heard.map(({ state, clientId }) => [clientId, state])).toEqual([
    ['a', 'sending'],
    ['b', 'waiting'],
    ['c', 'waiting'],
  ]);
});

test('[CV6] confirming says what has been seen since, perhaps as a note', () => {
  const [confirmed] = confirm([anUnsent({ state: 'conflict', failure: { code: 'conflict' } })], 'a', 9, 'note');
  expect(confirmed).toMatchObject({ seenSeq: 9, kind: 'note', state: 'waiting', failure: null });
});

test('[CV6] what is new is what others said in public, not our own words nor notes', () => {
  const me = anId('agent', 1);
  const entries = [
    anEntry({ seq: 1 }),
    anEntry({ seq: 2, authorKind: 'agent', authorId: me }),
    anEntry({ seq: 3, authorKind: 'agent', authorId: anId('agent', 2) }),
    anEntry({ seq: 4, kind: 'note', authorKind: 'agent', authorId: anId('agent', 2) }),
    anEntry({ seq: 5 }),
  ];
  expect(repliesSince(entries, 1, me).map(({ seq }) => seq)).toEqual([3, 5]);
});

test('what came back as an entry before its acknowledgement is not shown a second time', () => {
  const outbox = [anUnsent({ clientId: 'a', state: 'sending' }), anUnsent({ clientId: 'b' })];
  const shown = [anEntry({ seq: 2, authorKind: 'agent', clientId: 'a' })];
  expect(ids(unsentOf(outbox, anId('conversation', 1), shown))).toEqual(['b']);
});
