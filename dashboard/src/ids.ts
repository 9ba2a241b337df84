import { uuidV7 } from '@ventanilla/shared/ids';
import { nowMs } from './clock.ts';

/** The only place that reads chance. */
function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** DL1. A fresh id for something this browser is about to send. */
export function newClientId(): string {
  return uuidV7(nowMs(), randomBytes(16));
}

/** At least 0 and below 1, for waits that must not coincide. */
export function chance(): number {
  return (randomBytes(1)[0] ?? 0) / 256;
}
