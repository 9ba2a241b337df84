import { signal } from '@preact/signals';
import type { Unsent } from '../../model/outbox.ts';
import { takeBack } from '../../writing.ts';

/** Something on its way back from the thread into the composer. */
export const comingBack = signal<Unsent | null>(null);

/** Takes an unsent text out of the thread and hands it to the composer. */
export function editAgain(unsent: Unsent): void {
  comingBack.value = unsent;
  takeBack(unsent.clientId);
}
