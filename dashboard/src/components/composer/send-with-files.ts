import { effect, signal } from '@preact/signals';
import type { ConversationId } from '@ventanilla/shared/ids';
import { attachmentsOf } from '../../attachments.ts';
import { agentId } from '../../desk.ts';

/** What was sent while its files were still on their way, also after its author has turned to something else. */
const waiting = signal<ReadonlyMap<ConversationId, () => void>>(new Map());

export function waitsForFiles(id: ConversationId): boolean {
  return waiting.value.has(id);
}

/** Sends with the last file that arrives; a file that cannot be sent calls it off. */
export function sendWithFiles(id: ConversationId, send: () => void): void {
  waiting.value = new Map(waiting.peek()).set(id, send);
}

/** Its author has changed their mind, or has written on. */
export function callOff(id: ConversationId): void {
  if (!waiting.peek().has(id)) return;
  waiting.value = new Map([...waiting.peek()].filter(([other]) => other !== id));
}

effect(() => {
  for (const [id, send] of waiting.value) {
    const states = attachmentsOf(id).map(({ state }) => state);
    if (states.includes('uploading')) continue;
    callOff(id);
    if (agentId.peek() !== '' && states.every((state) => state === 'ready')) send();
  }
});
