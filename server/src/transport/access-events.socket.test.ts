import type { ConversationId } from '@ventanilla/shared/ids';
import type { AgentEvents } from '@ventanilla/shared/wire/agent';
import { eventRows } from '@ventanilla/shared/wire/registry';
import type { VisitorEvents } from '@ventanilla/shared/wire/visitor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessWorld, agentId, openAccessWorld, type RoleName, roleNames } from '../testing/access-world.ts';
import { aColleague, aVisitor, newClientId, type TestAgent, type TestSocket } from '../testing/clients.ts';

/*
 * Every event of the registry: made to happen at the home site, heard by those who may read it by request, and by nobody
 * else — neither this event nor any other that tells of the same thing.
 */

let world: AccessWorld;
let marta: TestAgent;
beforeAll(async () => {
  world = await openAccessWorld();
  marta = agentOf('admin');
});
afterAll(() => world?.close());

interface Happened {
  /** Stands in every event that tells of it. */
  mark: string;
  /** Who hears the event, besides those whom its kind names. */
  by?: TestSocket;
  heardBy?: readonly TestSocket[];
}

const sitesAgents: readonly RoleName[] = ['agent', 'admin', 'admin who became agent'];

function socketOf(name: RoleName): TestSocket {
  const { socket } = world.roles[name];
  if (!socket) throw new Error(`${name} never had a socket`);
  return socket;
}

/** The admin of the world is one of the tests' agents. */
function agentOf(name: RoleName): TestAgent {
  return socketOf(name) as TestAgent;
}

/** Of the visitor at the home site. */
function aConversation(): Promise<ConversationId> {
  return world.roles.visitor.own.conversation();
}

async function speak(socket: TestSocket, conversationId: ConversationId): Promise<Happened> {
  const body = `palabra ${newClientId()}`;
  await socket.ask('message:send', { conversationId, clientId: newClientId(), body });
  return { mark: body };
}

async function reply(conversationId: ConversationId): Promise<Happened> {
  const body = `palabra ${newClientId()}`;
  await marta.ask('message:reply', { conversationId, clientId: newClientId(), body, seenSeq: 100 });
  return { mark: body };
}

async function refused(socket: TestSocket): Promise<Happened> {
  const mark = `burn:${newClientId()}`;
  socket.raw.emit(mark, {});
  return { mark, heardBy: [socket] };
}

type Triggers<Events> = { [E in keyof Events]: () => Promise<Happened> };

const triggers: { '/visitor': Triggers<VisitorEvents>; '/agent': Triggers<AgentEvents> } = {
  '/visitor': {
    'entry:added': async () => reply(await aConversation()),
    'conversation:changed': async () => {
      const conversationId = await aConversation();
      await marta.ask('conversation:take', { conversationId });
      return { mark: conversationId };
    },
    'conversation:read': async () => {
      const conversationId = await aConversation();
      await marta.ask('entry:read', { conversationId, seq: 1 });
      return { mark: conversationId };
    },
    'queue:moved': async () => {
      const conversationId = await aConversation();
      world.app.deps.clock.advance(1_000);
      return { mark: conversationId };
    },
    'typing:changed': async () => {
      const conversationId = await aConversation();
      await marta.ask('typing:tell', { conversationId, isTyping: true });
      return { mark: conversationId };
    },
    'command:refused': () => refused(socketOf('visitor')),
    'session:ended': async () => {
      const { app, away } = world;
      const other = await aVisitor(app, away.key);
      await app.deps.store.sites.update(away.id, 1, { disabledAt: app.deps.clock.now() }, []);
      await app.deps.directory.reloadSites();
      app.deps.bus.publish({ type: 'siteChanged', siteId: away.id });
      return { mark: '"unauthenticated"', heardBy: [other, socketOf('visitor of another site')] };
    },
  },
  '/agent': {
    'entry:added': async () => speak(socketOf('visitor'), await aConversation()),
    'conversation:changed': async () => ({ mark: await aConversation() }),
    'conversation:read': async () => {
      const conversationId = await aConversation();
      await reply(conversationId);
      await socketOf('visitor').ask('message:read', { conversationId, seq: 2 });
      return { mark: conversationId };
    },
    'typing:changed': async () => {
      const conversationId = await aConversation();
      await socketOf('visitor').ask('typing:show', { conversationId, isTyping: true });
      return { mark: conversationId };
    },
    'ticket:changed': async () => {
      const { ticket } = await marta.ask('ticket:create', { conversationId: await aConversation() });
      return { mark: ticket.id };
    },
    'agent:changed': async () => {
      const agent = agentOf('agent');
      await agent.ask('availability:set', { availability: 'away' });
      await agent.ask('availability:set', { availability: 'available' });
      return { mark: agent.agentId };
    },
    'agent:removed': async () => {
      const id = await world.roles.admin.own.colleague();
      await marta.ask('agent:remove', { agentId: id, version: 1 });
      return { mark: id };
    },
    'site:changed': async () => {
      const name = `Tienda ${newClientId()}`;
      await marta.ask('site:update', { ...world.roles.admin.own.site(), name });
      return { mark: name };
    },
    'command:refused': () => refused(socketOf('agent')),
    'session:ended': async () => {
      const colleague = await aColleague(world.app, marta, `Nadia${newClientId()}`, [world.home.id]);
      const version = world.app.deps.directory.agent(colleague.agentId)?.version ?? 0;
      await marta.ask('agent:remove', { agentId: agentId(colleague), version });
      return { mark: '"unauthenticated"', heardBy: [colleague] };
    },
  },
};

const ownVisitor: readonly RoleName[] = ['visitor'];
const hearers = { '/visitor': ownVisitor, '/agent': sitesAgents };

const tellsOf = (mark: string) => (event: { name: string; payload: unknown }) =>
  JSON.stringify(event.payload).includes(mark);

/** Whatever was sent to this socket before has arrived once this is answered. */
async function caughtUp(socket: TestSocket): Promise<void> {
  if (socket.raw.connected) await socket.raw.timeout(5_000).emitWithAck('nothing', {});
}

describe.each(['/visitor', '/agent'] as const)('%s', (namespace) => {
  const rows = Object.entries(triggers[namespace]);

  it('each event of the registry has its row here', () => {
    expect(rows.map(([name]) => name).sort()).toEqual(Object.keys(eventRows[namespace]).sort());
  });

  it.each(rows)('%s', async (name, trigger) => {
    const all = roleNames.flatMap((role) => world.roles[role].socket ?? []);
    for (const socket of all) socket.heard.length = 0;
    const happened = await trigger();
    const { mark } = happened;
    const wanted = happened.heardBy ?? hearers[namespace].map(socketOf);
    for (const socket of wanted) await socket.hears(name, (payload) => JSON.stringify(payload).includes(mark));

    for (const role of roleNames) {
      const { socket } = world.roles[role];
      if (!socket) continue;
      await caughtUp(socket);
      const heard = socket.heard.filter(tellsOf(mark));
      if (wanted.includes(socket)) expect(heard.map((event) => event.name)).toContain(name);
      else if (!mayRead(namespace, role, happened)) expect(heard, `${role} heard of it`).toEqual([]);
    }
  });
});

/** What happens at the home site is told to its visitor and its agents, each in the words of their own namespace. */
function mayRead(namespace: '/visitor' | '/agent', role: RoleName, { heardBy }: Happened): boolean {
  if (heardBy) return false;
  return namespace === '/visitor' ? sitesAgents.includes(role) : ownVisitor.includes(role);
}

it('[CV5] a note is told to agents, and its visitor hears nothing at all', async () => {
  const conversationId = await aConversation();
  const visitor = socketOf('visitor');
  await caughtUp(visitor);
  visitor.heard.length = 0;
  const body = `nota ${newClientId()}`;
  await marta.ask('note:add', { conversationId, clientId: newClientId(), body });
  for (const role of sitesAgents)
    await socketOf(role).hears('entry:added', (event) => JSON.stringify(event).includes(body));
  await caughtUp(visitor);
  expect(JSON.stringify(visitor.heard)).not.toContain(body);
  expect(visitor.heard.filter(({ name }) => name === 'entry:added')).toEqual([]);
});

it('an agent without a site is no colleague of anybody', async () => {
  const { app } = world;
  const nadie = await aColleague(app, marta, 'Nadie', [world.home.id]);
  await app.deps.store.agents.setSites(agentId(nadie), 1, [], []);
  await app.deps.directory.reloadAgents();
  const all = roleNames.flatMap((role) => world.roles[role].socket ?? []);
  for (const socket of all) {
    await caughtUp(socket);
    socket.heard.length = 0;
  }
  await nadie.ask('availability:set', { availability: 'away' });
  const version = app.deps.directory.agent(nadie.agentId)?.version ?? 0;
  await marta.ask('agent:remove', { agentId: agentId(nadie), version });
  for (const socket of all) {
    await caughtUp(socket);
    expect(socket.heard.filter(tellsOf(nadie.agentId))).toEqual([]);
  }
});

it('nothing of this was a fault of the server', () => {
  expect(world.app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
