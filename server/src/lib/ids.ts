import { createHash, randomBytes } from 'node:crypto';
import { type Id, type IdNoun, idPrefixes, uuidV7 } from '@ventanilla/shared/ids';
import type { Clock } from './clock.ts';

/** The only source of chance: row ids, secrets, request ids. */
export interface Ids {
  next<N extends IdNoun>(noun: N): Id<N>;
  /** What a client would make itself (DL1), for pages that run no script. */
  clientId(): string;
  /** 256 random bits for one-time links and keys, base64url. */
  secret(): string;
  /** A site's public key: short enough for an address, long enough not to collide. */
  siteKey(): string;
  /** Where a file's bytes lie: 128 random bits in hexadecimal, so that case never matters. */
  storageKey(): string;
  requestId(): string;
}

export function createIds(clock: Clock): Ids {
  return {
    next: <N extends IdNoun>(noun: N) => `${idPrefixes[noun]}_${uuidV7(clock.now(), randomBytes(16))}` as Id<N>,
    clientId: () => uuidV7(clock.now(), randomBytes(16)),
    secret: () => randomBytes(32).toString('base64url'),
    siteKey: () => randomBytes(9).toString('base64url').replace(/[-_]/g, 'x'),
    storageKey: () => randomBytes(16).toString('hex'),
    requestId: () => randomBytes(8).toString('hex'),
  };
}

/** What is kept of a secret: enough to recognise it, useless to whoever reads the database. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
