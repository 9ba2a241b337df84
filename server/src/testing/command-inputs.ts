import type { CommandInput, CommandName } from '@ventanilla/shared/wire/contract';
import type { Belongings } from './belongings.ts';
import { newClientId } from './clients.ts';

/** What a client in order would send for each command about what is its own: a command without a row does not compile. */
export const commandInputs: { [K in CommandName]: (own: Belongings) => Promise<CommandInput<K>> } = {
  'visitor:create': async () => ({}),
  'visitor:identify': async (own) => ({ identityToken: await own.identityToken() }),
  'conversation:start': async () => ({ startId: newClientId(), clientId: newClientId(), body: 'Hola, ¿hay alguien?' }),
  'conversation:list': async () => ({}),
  'conversation:sync': async (own) => ({ conversationId: await own.conversation(), afterSeq: 0 }),
  'message:send': async (own) => ({
    conversationId: await own.conversation(),
    clientId: newClientId(),
    body: 'Sigo aquí',
  }),
  'conversation:confirm': async (own) => ({ conversationId: await own.conversation(), isSolved: false }),
  'conversation:withdraw': async (own) => ({ conversationId: await own.conversation() }),
  'conversation:rate': async (own) => ({ conversationId: await own.answered(), rating: 'good', comment: 'Gracias' }),
  'ticket:ask': async (own) => ({ conversationId: await own.conversation() }),
  'availability:check': async () => ({}),
  'queue:check': async (own) => ({ conversationId: await own.conversation() }),
  'typing:show': async (own) => ({ conversationId: await own.conversation(), isTyping: true }),
  'message:read': async (own) => ({ conversationId: await own.conversation(), seq: 1 }),

  'session:open': async () => ({}),
  'inbox:open': async () => ({}),
  'conversation:open': async (own) => ({ conversationId: await own.conversation() }),
  'entry:list': async (own) => ({ conversationId: await own.conversation(), beforeSeq: 2 }),
  'conversation:take': async (own) => ({ conversationId: await own.conversation() }),
  'conversation:end': async (own) => ({ conversationId: await own.answered() }),
  'conversation:discard': async (own) => ({ conversationId: await own.conversation(), reason: 'spam' }),
  'conversation:restore': async (own) => ({ conversationId: await own.discarded() }),
  'conversation:handOver': async (own) => ({
    conversationId: await own.conversation(),
    toAgentId: await own.colleague(),
  }),
  'message:reply': async (own) => ({
    conversationId: await own.conversation(),
    clientId: newClientId(),
    body: 'Lo miro ahora',
    seenSeq: 1,
  }),
  'typing:tell': async (own) => ({ conversationId: await own.conversation(), isTyping: true }),
  'note:add': async (own) => ({
    conversationId: await own.conversation(),
    clientId: newClientId(),
    body: 'Ya llamó ayer',
  }),
  'entry:read': async (own) => ({ conversationId: await own.conversation(), seq: 1 }),
  'ticket:create': async (own) => ({ conversationId: await own.conversation() }),
  'ticket:setStatus': async (own) => ({ conversationId: await own.ticketed(), status: 'pending' }),
  'ticket:list': async () => ({}),
  'ticket:open': async (own) => ({ number: await own.ticketNumber() }),
  'availability:set': async () => ({ availability: 'available' }),

  'agent:invite': async (own) => ({
    name: 'Nuria',
    email: `${newClientId()}@alameda.example`,
    role: 'agent',
    siteIds: [own.site().siteId],
  }),
  'agent:setRole': async (own) => ({ agentId: await own.colleague(), version: 1, role: 'admin' }),
  'agent:remove': async (own) => ({ agentId: await own.colleague(), version: 1 }),
  'invitation:list': async () => ({}),
  'invitation:revoke': async (own) => ({ invitationId: (await own.invitation()).id }),
  'site:create': async () => ({
    name: 'Tercera tienda',
    origins: ['https://tercera.example'],
    locale: 'es',
    accent: '#0f766e',
    position: 'start',
    timeZone: 'Europe/Madrid',
    openingHours: { mon: [{ from: 540, to: 1_080 }] },
    pickUpMs: 60_000,
    firstReplyMinutes: 60,
  }),
  'site:update': async (own) => ({ ...own.site(), name: 'La tienda' }),
  'health:noDeadEnd': async () => ({}),

  'setup:check': async () => ({ secret: 'x'.repeat(43) }),
  'setup:complete': async () => ({
    secret: 'x'.repeat(43),
    name: 'Intrusa',
    email: `${newClientId()}@alameda.example`,
    password: 'una ventanilla abierta',
  }),
  'invitation:check': async (own) => ({ secret: (await own.invitation()).secret }),
  'invitation:accept': async (own) => ({
    secret: (await own.invitation()).secret,
    name: 'Nuria',
    password: 'una ventanilla abierta',
  }),
};
