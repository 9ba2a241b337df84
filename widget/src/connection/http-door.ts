import type { VisitorCommandName } from '@ventanilla/shared/wire/contract';
import { type Door, Unreachable } from './door.ts';

/** Above the longest long poll. */
const patienceMs = 35_000;

const reads = new Set<VisitorCommandName>(['conversation:list', 'conversation:sync', 'queue:check']);

/** `base` is the server's address, with the slash; without a token only a session can be asked for. */
export function httpDoor(base: string, site: string, token?: string): Door {
  return {
    async call(name, input) {
      const url = new URL(`api/v1/${name.replace(':', '/')}?site=${site}`, base);
      const isRead = reads.has(name);
      if (isRead) for (const [key, value] of Object.entries(input)) url.searchParams.set(key, String(value));
      try {
        const response = await fetch(url, {
          method: isRead ? 'GET' : 'POST',
          headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
          ...(!isRead && { body: JSON.stringify(input) }),
          credentials: 'omit',
          cache: 'no-store',
          signal: AbortSignal.timeout(patienceMs),
        });
        return await response.json();
      } catch {
        throw new Unreachable();
      }
    },
  };
}
