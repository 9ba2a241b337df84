// @vitest-environment happy-dom

import { emptyThread, join } from '@ventanilla/shared/state/thread';
import { aConversation, aFile, anEntry, anId } from '@ventanilla/shared/testing/builders';
import type { AgentCommandName } from '@ventanilla/shared/wire/contract';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Answer } from './connection/failure.ts';
import type { Connection } from './connection/socket.ts';
import * as desk from './desk.ts';
import { outboxNames } from './drafts.ts';
import { useConnection } from './live.ts';
import type { Unsent } from './model/outbox.ts';
import { remember, rememberedNames } from './remembered.ts';
import { keepOutbox, sendAnyway, sendWaiting, takeBack, type Written, write } from './writing.ts';

const conversation = aConversation({ lastSeq: 2 });
const agent = anId('agent', 1);
let calls: [AgentCommandName, unknown][];
let answers: Partial<Record<AgentCommandName, Answer<unknown>>>;
let stopKeeping: () => void;

/** Answers from the table, as the server would; it notes what it was asked. */
const connection: Connection = {
  call: async (name: AgentCommandName, input: unknown) => {
    calls.push([name, input]);
    return (answers[name] ?? { ok: false, error: { code: 'offline' } }) as never;
  },
  tryNow: () => undefined,
  close: () => undefined,
};

const stored = (seq: number) => ({
  ok: true as const,
  data: {
    conversation: { ...conversation, lastSeq: seq },
    entry: anEntry({ seq, authorKind: 'agent', authorId: agent }),
  },
});
const names = () => calls.map(([name]) => name);
const settled = () => vi.waitFor(() => expect(desk.outbox.value.every(({ state }) => state !== 'sending')).toBe(true));

function aWriting(body: string, kind: Written['kind'] = 'message'): Written {
  return { kind, body, files: [], seenSeq: 2 };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  localStorage.clear();
  calls = [];
  answers = {};
  desk.clearDesk();
  desk.agentId.value = agent;
  desk.opened.value = {
    id: conversation.id,
    detail: conversation,
    thread: join(emptyThread, [anEntry({ seq: 1 }), anEntry({ seq: 2 })]),
    failure: null,
  };
  stopKeeping = keepOutbox(agent);
  useConnection(connection);
});

afterEach(() => {
  stopKeeping();
  useConnection(null);
  vi.useRealTimers();
});

test('what was acknowledged leaves the outbox and stands in the thread', async () => {
  answers['message:reply'] = stored(3);
  write(conversation.id, aWriting('Hola'));
  expect(rememberedNames(`outbox:${agent}`)).toHaveLength(1);
  await vi.waitFor(() => expect(desk.outbox.value).toEqual([]));
  expect(desk.opened.value?.thread.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(rememberedNames(`outbox:${agent}`)).toEqual([]);
});

test('[DL1] without a connection it waits, and goes out again under the same id', async () => {
  write(conversation.id, aWriting('Hola'));
  await settled();
  expect(desk.outbox.value).toMatchObject([{ state: 'waiting', body: 'Hola' }]);
  answers['message:reply'] = stored(3);
  sendWaiting();
  await vi.waitFor(() => expect(desk.outbox.value).toEqual([]));
  const [first, second] = calls.map(([, input]) => (input as { clientId: string }).clientId);
  expect(second).toBe(first);
});

test('[CV6] a conflict keeps the words, fetches what is new and asks', async () => {
  answers['message:reply'] = { ok: false, error: { code: 'conflict' } };
  const newer = anEntry({ seq: 3, authorKind: 'agent', authorId: anId('agent', 2) });
  answers['entry:list'] = { ok: true, data: { entries: [newer], isSnapshot: false } };
  write(conversation.id, aWriting('Hola'));
  await vi.waitFor(() => expect(desk.outbox.value[0]?.state).toBe('conflict'));
  expect(desk.opened.value?.thread.entries).toHaveLength(3);

  const [unsent] = desk.outbox.value;
  answers['message:reply'] = stored(4);
  if (unsent) sendAnyway(unsent, 3);
  await vi.waitFor(() => expect(desk.outbox.value).toEqual([]));
  expect(calls.at(-1)).toEqual(['message:reply', expect.objectContaining({ body: 'Hola', seenSeq: 3 })]);
});

test('a refusal keeps the words with its reason until their author decides', async () => {
  answers['note:add'] = { ok: false, error: { code: 'forbidden' } };
  write(conversation.id, aWriting('Ojo', 'note'));
  await vi.waitFor(() => expect(desk.outbox.value[0]?.state).toBe('failed'));
  expect(desk.outbox.value[0]?.failure?.code).toBe('forbidden');
  takeBack(desk.outbox.value[0]?.clientId ?? '');
  expect(desk.outbox.value).toEqual([]);
});

test('[DL6] what waited in an earlier visit comes back and is sent', async () => {
  desk.offlineSince.value = 1;
  write(conversation.id, aWriting('De ayer'));
  expect(names()).toEqual([]);
  stopKeeping();
  desk.clearDesk();
  desk.agentId.value = agent;
  stopKeeping = keepOutbox(agent);
  answers['message:reply'] = stored(3);
  sendWaiting();
  await vi.waitFor(() => expect(desk.outbox.value).toEqual([]));
  expect(names()).toEqual(['message:reply']);
});

/** As after a reload: what is here is what the browser has kept. */
function reload(): string[] {
  stopKeeping();
  desk.clearDesk();
  desk.agentId.value = agent;
  desk.offlineSince.value = 1;
  stopKeeping = keepOutbox(agent);
  return desk.outbox.value.map(({ body }) => body);
}

test('[DL6] whatever the clock says, it comes back in the order in which it was written, and is sent so', async () => {
  desk.offlineSince.value = 1;
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'], now: 7_200_000 });
  const written = ['primera', 'segunda', 'tercera', 'en el mismo instante', 'y otra más'];
  written.forEach((body, index) => {
    // Set back an hour after the first one; nothing passes between the last ones.
    vi.setSystemTime(index === 0 ? 7_200_000 : 3_600_000);
    write(conversation.id, aWriting(body));
  });
  expect(reload()).toEqual(written);
  vi.setSystemTime(1);
  write(conversation.id, aWriting('tras recargar'));
  expect(reload()).toEqual([...written, 'tras recargar']);

  desk.offlineSince.value = 0;
  answers['message:reply'] = stored(3);
  sendWaiting();
  await vi.waitFor(() => expect(desk.outbox.value).toEqual([]));
  expect(calls.map(([, input]) => (input as { body: string }).body)).toEqual([...written, 'tras recargar']);
});

test('[DL7] what is written comes after what another tab has stored, though the browser has not told of it yet', () => {
  desk.offlineSince.value = 1;
  const name = `${outboxNames(agent)}c1`;
  remember(name, JSON.stringify(theirs({ position: 1 })));
  write(conversation.id, aWriting('De esta'));
  dispatchEvent(new StorageEvent('storage', { key: `ventanilla:dashboard:${name}` }));
  expect(desk.outbox.value.map(({ body }) => body)).toEqual(['De la otra', 'De esta']);
  expect(reload()).toEqual(['De la otra', 'De esta']);
});

test('what an earlier build has kept has no place: it comes first, by its time', () => {
  for (const [clientId, writtenAt] of [
    ['c1', 20],
    ['c2', 10],
  ] as const) {
    remember(
      outboxNames(agent) + clientId,
      JSON.stringify(theirs({ clientId, writtenAt, body: `a las ${writtenAt}` })),
    );
  }
  expect(reload()).toEqual(['a las 10', 'a las 20']);
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'], now: 5 });
  write(conversation.id, aWriting('de ahora'));
  expect(reload()).toEqual(['a las 10', 'a las 20', 'de ahora']);
});

test('files go with their message, in their order, and come back with it', async () => {
  const files = [aFile({ id: anId('file', 2) }), aFile({ id: anId('file', 1) })];
  write(conversation.id, { kind: 'note', body: '', files, seenSeq: 2 });
  await settled();
  expect(calls.at(-1)).toEqual([
    'note:add',
    expect.objectContaining({ body: '', fileIds: [anId('file', 2), anId('file', 1)] }),
  ]);
  stopKeeping();
  desk.clearDesk();
  stopKeeping = keepOutbox(agent);
  expect(desk.outbox.value[0]?.files).toEqual(files);
});

/** As the browser does when another tab has written: into the same storage, then it tells the others. */
function inAnotherTab(clientId: string, unsent: Partial<Unsent> | null): void {
  const name = outboxNames(agent) + clientId;
  remember(name, unsent ? JSON.stringify(unsent) : '');
  dispatchEvent(new StorageEvent('storage', { key: `ventanilla:dashboard:${name}` }));
}

const theirs = (part: Partial<Unsent> = {}): Partial<Unsent> => ({
  ...aWriting('De la otra'),
  clientId: 'c1',
  conversationId: conversation.id,
  writtenAt: 1,
  state: 'sending',
  failure: null,
  ...part,
});

test('[DL7] the list of what waits is the same in every tab', () => {
  desk.offlineSince.value = 1;
  inAnotherTab('c1', theirs());
  expect(desk.outbox.value).toMatchObject([{ clientId: 'c1', state: 'sending' }]);
  inAnotherTab('c1', theirs({ state: 'conflict' }));
  expect(desk.outbox.value).toMatchObject([{ clientId: 'c1', state: 'conflict' }]);
  inAnotherTab('c1', null);
  expect(desk.outbox.value).toEqual([]);
});

test('[DL7] what a tab that is gone was sending is sent by this one, under the same id', async () => {
  answers['message:reply'] = stored(3);
  inAnotherTab('c1', theirs());
  await vi.waitFor(() => expect(desk.outbox.value).toEqual([]));
  expect(calls).toEqual([['message:reply', expect.objectContaining({ clientId: 'c1', body: 'De la otra' })]]);
  expect(rememberedNames(outboxNames(agent))).toEqual([]);
});

test('[DL7] while another tab has its turn this one waits, and does not send what that one has sent', async () => {
  const { promise: theirTurn, resolve: end } = Promise.withResolvers<void>();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, _options: unknown, act: () => Promise<void>) => theirTurn.then(act) },
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  inAnotherTab('c1', theirs());
  expect(names()).toEqual([]);
  // Stored as sent, but the event has not come yet.
  remember(`${outboxNames(agent)}c1`, '');
  end();
  await vi.waitFor(() => expect(desk.outbox.value).toEqual([]));
  expect(names()).toEqual([]);
});
