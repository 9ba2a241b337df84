import type { CommandInput, CommandOutput, VisitorCommandName } from '@ventanilla/shared/wire/contract';
import type { Ack } from '@ventanilla/shared/wire/errors';

/** Reads over HTTP, also as nobody; undefined when the server could not be asked. */
export type Ask = <N extends VisitorCommandName>(
  name: N,
  input: CommandInput<N> & object,
) => Promise<Ack<CommandOutput<N>> | undefined>;

/**
 * As nobody: no header that a browser would have to ask leave for, and its own cache; a page of another origin costs one
 * request. `vouched` is the token of whom the site has vouched for: they find what is for customers who are signed in.
 */
export function createAsk(base: string, site: string, vouched: () => string | undefined): Ask {
  return async (name, input) => {
    try {
      const query = new URLSearchParams({ site, ...(input as Record<string, string>) });
      const token = vouched();
      const response = await fetch(`${base}api/v1/${name.replace(':', '/')}?${query}`, {
        credentials: 'omit',
        ...(token && { headers: { authorization: `Bearer ${token}` } }),
      });
      return await response.json();
    } catch {
      return undefined;
    }
  };
}
