import type { Embed } from '../embed.ts';
import type { Events } from '../npm/types.ts';
import { CallError } from './call-error.ts';
import { hear } from './hear.ts';
import { pageEvents } from './page-events.ts';
import { wordsOf } from './words-of.ts';

const events: Record<keyof Events, true> = {
  ready: true,
  open: true,
  close: true,
  unread: true,
  conversationStarted: true,
  messageReceived: true,
  ticketCreated: true,
  rated: true,
};

const told = new WeakSet<Embed>();

/** Returns what ends it. Whoever listens for `ready` is told at once: it is. */
export function listen(embed: Embed, name: unknown, listener: unknown): () => void {
  const { host } = embed.root;
  const event = wordsOf(name);
  if (!Object.hasOwn(events, event)) throw new CallError('invalid', `there is no event “${event}”`);
  if (typeof listener !== 'function') throw new CallError('invalid', `“${event}” needs a function`);
  const heard = listener as EventListener;
  if (!told.has(embed)) {
    told.add(embed);
    hear(embed, (before, after) => {
      for (const [one, detail] of pageEvents(before, after))
        host.dispatchEvent(detail === undefined ? new Event(one) : new CustomEvent(one, { detail }));
    });
  }
  if (event === 'ready') queueMicrotask(() => heard(new Event(event)));
  host.addEventListener(event, heard);
  return () => host.removeEventListener(event, heard);
}
