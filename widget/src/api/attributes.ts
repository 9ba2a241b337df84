import type { PageAttributes, VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { arePageAttributes } from '@ventanilla/shared/page-attributes';
import { createFlag } from '../connection/flag.ts';
import { type Embed, flagName } from '../embed.ts';
import { emptyModel, type Model } from '../model/model.ts';
import { CallError } from './call-error.ts';
import { hear } from './hear.ts';

/**
 * What the page says of its visitor: added to what it has said already, null takes a name away. Until there is a
 * conversation nothing of it leaves the page (PR1): it goes with the first message, and from then on whenever it changes.
 */
export async function setAttributes(embed: Embed, given: unknown): Promise<void> {
  // Whose they are is settled first: somebody else begins without any.
  await embed.identity?.catch(() => {});
  const said = Object.entries({ ...embed.said?.attributes, ...record(given) }).filter(([, value]) => value != null);
  const attributes = Object.fromEntries(said);
  if (!arePageAttributes(attributes)) throw invalid();
  embed.said = { attributes };
  tellerOf(embed)();
}

function record(given: unknown): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw invalid();
  return given as Record<string, unknown>;
}

function invalid(): CallError {
  return new CallError('invalid', 'attributes are at most 20 short texts, numbers and booleans: { plan: "Fibra 600" }');
}

const tellers = new WeakMap<Embed, () => void>();

/** One for each widget, from the first attributes on. */
function tellerOf(embed: Embed): () => void {
  const known = tellers.get(embed);
  if (known) return known;
  const tell = createTeller(embed);
  tellers.set(embed, tell);
  const [, site] = embed.config;
  // Who has something open is connected on this page anyway, and soon.
  if (!embed.connection && createFlag(flagName(site)).isSet())
    void embed.load('connection').then(async ({ connect }) => (await connect(embed)) && tell());
  return tell;
}

/** After the server has refused: the page says too much, or of something that has just ended. */
const pauseMs = 10_000;

/** Says it to each conversation that goes on, one at a time; what changed meanwhile is said next. */
function createTeller(embed: Embed): () => void {
  const told = new Map<string, PageAttributes | undefined>();
  /** By the client's ids of first messages: what they have brought, or will. */
  const brought = new Map<string, PageAttributes | undefined>();
  let isTelling = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function look({ outgoing, threads }: Model): void {
    for (const { startId, clientId, context } of outgoing) if (startId) brought.set(clientId, context.attributes);
    for (const [id, { entries }] of Object.entries(threads)) {
      const first = entries.find(({ clientId }) => brought.has(clientId));
      if (first && !told.has(id)) told.set(id, brought.get(first.clientId));
    }
  }

  async function tell(): Promise<void> {
    if (isTelling || pause) return;
    isTelling = true;
    while (await tellNext());
    isTelling = false;
  }

  /** Resolves to whether there may be more to say. */
  async function tellNext(): Promise<boolean> {
    const attributes = embed.said?.attributes;
    const connection = await embed.connection;
    const { link, conversations } = connection?.model() ?? emptyModel;
    const next = conversations.find((one) => goesOn(one) && told.get(one.id) !== attributes);
    if (!connection || !attributes || !next || link !== 'online') return false;
    if (await connection.wish('attributes:set', { conversationId: next.id, attributes })) {
      told.set(next.id, attributes);
      return true;
    }
    pause = setTimeout(() => {
      pause = undefined;
      void tell();
    }, pauseMs);
    return false;
  }

  hear(embed, (_before, after) => {
    look(after);
    void tell();
  });
  embed.root.host.addEventListener('destroy', () => clearTimeout(pause));
  return () => void tell();
}

function goesOn({ state, ticket }: VisitorConversation): boolean {
  return state !== 'ended' || (ticket !== null && ticket.status !== 'closed');
}
