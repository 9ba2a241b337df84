import type { CommandInput, CommandOutput, VisitorCommandName } from '@ventanilla/shared/wire/contract';
import type { Ack } from '@ventanilla/shared/wire/errors';

/** Reads over HTTP, also as nobody; undefined when the server could not be asked. */
export type Ask = <N extends VisitorCommandName>(
  name: N,
  input: CommandInput<N> & object,
) => Promise<Ack<CommandOutput<N>> | undefined>;

/** No header that a browser would have to ask leave for, and its own cache: a page of another origin costs one request. */
export function createAsk(base: string, site: string): Ask {
  return async (name, input) => {
    try {
      const query = new URLSearchParams({ site, ...(input as Record<string, string>) });
      const response = await fetch(`${base}api/v1/${name.replace(':', '/')}?${query}`, { credentials: 'omit' });
      return await response.json();
    } catch {
      return undefined;
    }
  };
}
