import type { CommandInput, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Ack } from '@ventanilla/shared/wire/errors';
import { Unreachable } from '../connection/door.ts';

type LinkCommand = 'ticketLink:open' | 'ticketLink:send' | 'ticketLink:request';

/** Above the longest wait that we ask for. */
const patienceMs = 35_000;

/** Asks the server that this page came from; rejects with `Unreachable` when nobody answered. */
export async function ask<N extends LinkCommand>(name: N, input: CommandInput<N>): Promise<Ack<CommandOutput<N>>> {
  try {
    const response = await fetch(`/api/v1/ticket-link/${name.slice('ticketLink:'.length)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
      credentials: 'omit',
      signal: AbortSignal.timeout(patienceMs),
    });
    return await response.json();
  } catch {
    throw new Unreachable();
  }
}
