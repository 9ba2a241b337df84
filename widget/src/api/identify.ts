import { createFlag } from '../connection/flag.ts';
import { baseOf, type Embed, flagName } from '../embed.ts';
import { CallError } from './call-error.ts';
import { shutdown } from './shutdown.ts';

export interface Identified {
  /** As the site's token says, '' where it does not. */
  name: string;
  email: string;
}

/**
 * The site vouches for who is in this browser. Only the token counts: without a valid one the visitor stays who they were.
 * No socket is opened unless there is a conversation to listen to (PR1).
 */
export async function identify(embed: Embed, claims: { token?: unknown } | undefined): Promise<Identified> {
  const identityToken = claims?.token;
  if (typeof identityToken !== 'string')
    throw new CallError('invalid', 'identify needs { token }, signed by your server');
  const { connect, means } = await embed.load('connection');
  const { httpDoor, openStore, Unreachable } = means;
  const [, site] = embed.config;
  const base = baseOf(embed);
  const store = await openStore(site);

  const before = await store.session();
  const ask = async () => {
    const made = before ? { ok: true as const, data: before } : await httpDoor(base, site).call('visitor:create', {});
    if (!made.ok) return made;
    return httpDoor(base, site, made.data.token).call('visitor:identify', { identityToken });
  };
  const answer = await ask().catch((error: unknown) => {
    if (error instanceof Unreachable) throw new CallError('unreachable', 'the server could not be reached');
    throw error;
  });
  if (!answer.ok) throw new CallError(answer.error.code, answer.error.message);

  const { visitorId, token, name, email, hasOpenConversation } = answer.data;
  // What another person wrote here goes out under their name, and is forgotten.
  const isOther = before !== undefined && before.visitorId !== visitorId;
  if (isOther) await shutdown(embed);
  await store.adoptSession({ visitorId, token }, before?.token);
  embed.vouched = token;
  // What is open already hears from now on what this person says elsewhere, too.
  if (token !== before?.token) (await (await embed.connection)?.desk())?.reopen();
  heedOtherTabs(embed, async () => (await store.session())?.visitorId === visitorId);
  embed.renew?.();
  if (hasOpenConversation) createFlag(flagName(site)).set('open');
  if (hasOpenConversation) await (await connect(embed)).recall();
  return { name, email };
}

let heeding = new AbortController();

/** Who signs out in another tab has signed out here, even where nothing is connected. */
function heedOtherTabs(embed: Embed, isStill: () => Promise<boolean>): void {
  heeding.abort();
  heeding = new AbortController();
  const { signal } = heeding;
  const look = async ({ key, newValue }: StorageEvent) => {
    if (key !== flagName(embed.config[1]) || newValue || (await isStill())) return;
    heeding.abort();
    const { connect } = await embed.load('connection');
    await (await connect(embed)).end();
  };
  addEventListener('storage', look, { signal });
  embed.root.host.addEventListener('destroy', () => heeding.abort(), { signal });
}
