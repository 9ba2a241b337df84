import type * as v from 'valibot';
import { agentCommands, linkCommands } from './agent.ts';
import type { Ack } from './errors.ts';
import { readerCommands, writerCommands } from './knowledge.ts';
import type { Caller } from './spec.ts';
import { ticketLinkCommands } from './ticket-link.ts';
import { visitorCommands } from './visitor.ts';

/** One command table, two doors: a socket acknowledgement and `/api/v1/<noun>/<verb>` run the same action. */
export const commands = {
  ...visitorCommands,
  ...readerCommands,
  ...agentCommands,
  ...writerCommands,
  ...linkCommands,
  ...ticketLinkCommands,
};

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type VisitorCommandName = keyof typeof visitorCommands | keyof typeof readerCommands;
export type AgentCommandName = keyof typeof agentCommands | keyof typeof writerCommands;

/** What a client may write; defaults are optional here. */
export type CommandInput<N extends CommandName> = v.InferInput<Commands[N]['input']>;
/** What an action receives, after validation. */
export type CommandData<N extends CommandName> = v.InferOutput<Commands[N]['input']>;
export type CommandOutput<N extends CommandName> = NonNullable<Commands[N]['output']>;

/** The table of actions: it does not compile while one is missing. `Callers` says what stands for each kind of caller. */
export type Handlers<Context, Callers extends Record<Caller, unknown>> = {
  [K in CommandName]: (
    context: Context,
    caller: Callers[Commands[K]['by']],
    data: CommandData<K>,
  ) => Promise<CommandOutput<K>>;
};

/** Client-to-server events of a namespace, as Socket.IO types them. */
export type ClientToServer<N extends CommandName> = {
  [K in N]: (input: CommandInput<K>, ack: (answer: Ack<CommandOutput<K>>) => void) => void;
};

/** `ticket:list` → `/api/v1/ticket/list`, `health:noDeadEnd` → `/api/v1/health/no-dead-end`. */
export function commandPath(name: CommandName): string {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `/api/v1/${kebab.replace(':', '/')}`;
}
