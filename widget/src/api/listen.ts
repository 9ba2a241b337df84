import type { Embed } from '../embed.ts';
import { CallError } from './call-error.ts';
import { pageEvents } from './page-events.ts';

const events = [
  ...['ready', 'open', 'close', 'unread', 'conversationStarted', 'messageReceived'],
  ...['ticketCreated', 'rated'],
];

/** Returns what ends it. Whoever listens for `ready` is told at once: it is. */
export function listen(embed: Embed, event: string, listener: unknown): () => void {
  const { host } = embed.root;
  if (!events.includes(event)) throw new CallError('invalid', `there is no event “${event}”`);
  if (typeof listener !== 'function') throw new CallError('invalid', `“${event}” needs a function`);
  const heard = listener as EventListener;
  embed.tell ??= (before, after) => {
    for (const [name, detail] of pageEvents(before, after)) host.dispatchEvent(new CustomEvent(name, { detail }));
  };
  if (event === 'ready') queueMicrotask(() => heard(new Event(event)));
  host.addEventListener(event, heard);
  return () => host.removeEventListener(event, heard);
}
