import { uuidV7 } from '@ventanilla/shared/ids';
import { now } from './clock.ts';

/** A client-made id (DL1). */
export function newClientId(): string {
  return uuidV7(now(), crypto.getRandomValues(new Uint8Array(16)));
}

/** From 0 up to 1, for the jitter of the back-off. */
export function chance(): number {
  return Math.random();
}
