import type { CommandInput, CommandOutput, VisitorCommandName } from '@ventanilla/shared/wire/contract';
import type { Ack, ErrorCode, WireError } from '@ventanilla/shared/wire/errors';

/** A way to the server: a socket, or HTTP where sockets do not pass. Both run the same commands. */
export interface Door {
  /**
   * Rejects with `Unreachable` when nobody answered: then nothing is known of what became of the command. A socket without an
   * answer after `limitMs` counts as lost.
   */
  call<N extends VisitorCommandName>(name: N, input: CommandInput<N>, limitMs?: number): Promise<Ack<CommandOutput<N>>>;
}

export class Unreachable extends Error {
  /** The server's reason, where it gave one at the door. */
  readonly refusal: WireError | undefined;

  constructor(refusal?: WireError) {
    super('unreachable');
    this.refusal = refusal;
  }
}

/** The server could not take it now; the same words may pass later. */
export const passing = new Set<ErrorCode>([
  'unavailable',
  'internal',
  'rate_limited',
  'unauthenticated',
  'unsupported_protocol',
]);
