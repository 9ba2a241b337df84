// @vitest-environment happy-dom

import type { ConversationId } from '@ventanilla/shared/ids';
import {
  type Asked,
  act,
  aLine,
  forEveryHistoryInTurns,
  heardForSure,
  type Step,
} from '@ventanilla/shared/state/histories-for-tests';
import { createModelServer, type ModelServer, type News } from '@ventanilla/shared/state/model-server-for-tests';
import { rowsOf } from '@ventanilla/shared/state/rows';
import { everyTicket, freshTickets } from '@ventanilla/shared/state/ticket-list';
import { aConversation, anAgent } from '@ventanilla/shared/testing/builders';
import type { AgentCommandName } from '@ventanilla/shared/wire/contract';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Connection, ConnectionListener } from './connection/socket.ts';
import { openConversation } from './conversations.ts';
import * as desk from './desk.ts';
import { followAgent } from './language.ts';
import { startSession } from './session.ts';
import { listMoreTickets, listTickets, openTicket } from './tickets.ts';

const line = vi.hoisted(() => ({ connect: (_: unknown): unknown => undefined }));
vi.mock('./connection/socket.ts', () => ({ connect: (listener: unknown) => line.connect(listener) }));

const filter = { ...everyTicket, status: 'unsolved' as const };
const fits = ({ status }: { status: string }) => status !== 'solved' && status !== 'closed';
const atWork = ({ state, ticket }: { state: string; ticket: { status: string } | null }) =>
  state !== 'ended' || (ticket !== null && ticket.status !== 'closed');
const settled = () => new Promise((resolve) => setImmediate(resolve));

let endBefore: () => void = () => undefined;
// Entering waits for texts: not for their file as well.
beforeAll(() => followAgent(anAgent().locale));
afterEach(() => endBefore());

/** The dashboard's own modules, on a connection to the model of a server whose answers leave when the history says so. */
async function aDesk(server: ModelServer) {
  endBefore();
  let listener: ConnectionListener | undefined;
  let waiting = 0;
  const theLine = aLine(server, hear);

  function hear(news: News): void {
    const events = listener?.events;
    const { position } = news;
    if (news.type === 'entry') events?.['entry:added'](news);
    else if (news.type === 'changed') events?.['conversation:changed']({ conversation: news.conversation, position });
    else events?.['ticket:changed']({ ticket: news.ticket, position });
  }

  function answerTo(name: AgentCommandName, input: Record<string, never>): unknown {
    if (name === 'session:open') return { agent: anAgent(), agents: [], sites: [], groups: [], publicUrl: '' };
    if (name === 'inbox:open') return { ...server.openInbox(input['afterPosition'] ?? 0), isTruncated: false };
    if (name === 'ticket:list') return server.listTickets(fits, input['after'] ?? '');
    const ticket = name === 'ticket:open' ? server.openTicket(0) : null;
    const id: ConversationId = ticket?.ticket.conversationId ?? input['conversationId'] ?? 'cnv_0';
    const conversation = { ...aConversation(), ...server.conversationOf(id) };
    return {
      ...ticket,
      conversation,
      position: server.position(),
      ...server.syncThread(id, 'agent', input['afterSeq'] ?? 0),
    };
  }

  const connection: Connection = {
    call: (name, input) =>
      new Promise((resolve) => {
        const data = answerTo(name, input as Record<string, never>);
        waiting += 1;
        let isAnswered = false;
        theLine.send(() => {
          if (!isAnswered) waiting -= 1;
          isAnswered = true;
          resolve({ ok: true, data: structuredClone(data) as never });
        });
      }),
    tryNow: () => undefined,
    close: () => undefined,
  };
  line.connect = (given) => {
    listener = given as ConnectionListener;
    return connection;
  };
  await startSession();
  endBefore = () =>
    listener?.events['session:ended']({ error: { code: 'unauthenticated', message: '', requestId: '' } });

  /** Until nothing is on its way any more. */
  async function flush(from: number): Promise<void> {
    theLine.hearRest(from);
    for (let turn = 0; turn < 60; turn++) {
      await settled();
      if (waiting === 0) break;
      theLine.hearRest(from);
    }
    expect(waiting).toBe(0);
  }

  return {
    line: theLine,
    flush,
    connectAgain: () => listener?.onOnline(),
    ask(what: Asked, talk: number): void {
      const id = server.talks()[talk];
      const ticket = server.openTicket(0)?.ticket;
      if (what === 'inbox') listener?.onOnline();
      else if (what === 'list') void listTickets(filter);
      else if (what === 'more') void listMoreTickets();
      else if (what === 'page') ticket && void openTicket(ticket.number);
      else if (id && !desk.openedTicket.value) void openConversation(id);
    },
    async readOn(): Promise<void> {
      for (let pages = 0; desk.shownTickets.value?.list.next && pages < 10; pages++) {
        void listMoreTickets();
        await flush(0);
      }
    },
  };
}

async function played(steps: readonly Step[]) {
  const server = createModelServer();
  server.start();
  const client = await aDesk(server);
  for (const one of steps) {
    act(server, client, one);
    await settled();
  }
  return { server, client };
}

function expectTheTruth(server: ModelServer): void {
  const truth = server.truth(fits);
  const rows = rowsOf(desk.inbox.value.rows).filter(atWork);
  expect(rows.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(truth.conversations);
  const shown = desk.shownTickets.value;
  if (shown) expect(freshTickets(shown.list, filter, '')).toEqual(truth.tickets);
  const page = desk.openedTicket.value;
  if (page)
    expect(page).toMatchObject({ ticket: server.openTicket(0)?.ticket, history: server.openTicket(0)?.history });
  const opened = desk.opened.value;
  if (!opened) return;
  const { lastSeq, version, state } = server.conversationOf(opened.id) ?? aConversation();
  expect(opened.detail).toMatchObject({ lastSeq, version, state });
  expect(opened.thread.entries.slice(-4)).toEqual(server.syncThread(opened.id, 'agent', 0).entries);
}

const connecting: Step = { do: 'ask', what: 'inbox', talk: 0, lag: 0 };

test('[DL4] [DL9] after a reconnect the desk shows what the server has, whatever was lost, late, doubled or out of order', async () => {
  await forEveryHistoryInTurns(async (steps, from) => {
    const { server, client } = await played([connecting, ...steps.filter((one) => one.do !== 'setHidden')]);
    await client.flush(from);
    client.connectAgain();
    await client.flush(0);
    await client.readOn();
    expectTheTruth(server);
    client.line.hearAllAgain(from);
    await client.flush(0);
    expectTheTruth(server);
  }, 300);
});

test('[DL4] [DL9] without a reconnect the desk loses no news behind an answer that comes late', async () => {
  await forEveryHistoryInTurns(async (steps, from) => {
    const { server, client } = await played(heardForSure(steps));
    await client.flush(from);
    await client.readOn();
    expectTheTruth(server);
  }, 300);
});
