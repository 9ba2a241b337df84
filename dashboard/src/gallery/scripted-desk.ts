import type { AgentCommandName, CommandOutput } from '@ventanilla/shared/wire/contract';
import { type Answer, offline } from '../connection/failure.ts';
import type { Connection } from '../connection/socket.ts';

/** What a scene's server says to each command; whatever is missing is never answered. */
export type Answers = { [N in AgentCommandName]?: Answer<CommandOutput<N>> };

/** In place of the socket: the same answer every time. */
export function deskAnswering(answers: Answers): Connection {
  return {
    call: <N extends AgentCommandName>(name: N) => answerOf(answers, name),
    tryNow: () => undefined,
    close: () => undefined,
  };
}

function answerOf<N extends AgentCommandName>(answers: Answers, name: N): Promise<Answer<CommandOutput<N>>> {
  const answer: Answer<CommandOutput<N>> | undefined = answers[name];
  return answer ? Promise.resolve(answer) : new Promise(() => undefined);
}

export function says<T>(data: T): Answer<T> {
  return { ok: true, data };
}

export const unreachable: Answer<never> = { ok: false, error: offline };
