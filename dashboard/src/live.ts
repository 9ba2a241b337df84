import type { AgentCommandName, CommandInput, CommandOutput } from '@ventanilla/shared/wire/contract';
import { type Answer, offline } from './connection/failure.ts';
import type { Connection } from './connection/socket.ts';

let connection: Connection | null = null;

/** The one connection of this page; `session` opens and closes it. */
export function useConnection(next: Connection | null): void {
  connection?.close();
  connection = next;
}

/** A command to the server. Never throws; without a connection the answer is `offline`. */
export async function call<N extends AgentCommandName>(
  name: N,
  input: CommandInput<N>,
): Promise<Answer<CommandOutput<N>>> {
  return connection ? connection.call(name, input) : { ok: false, error: offline };
}

export function tryNow(): void {
  connection?.tryNow();
}
