import type { Handlers } from '@ventanilla/shared/wire/contract';
import type { AgentCaller, OpenCaller, VisitorCaller } from '../actions/caller.ts';
import type { Deps } from '../deps.ts';
import { agentHandlers } from './handlers/agent.ts';
import { deskHandlers } from './handlers/desk.ts';
import { knowledgeHandlers } from './handlers/knowledge.ts';
import { peopleHandlers } from './handlers/people.ts';
import { ticketLinkHandlers } from './handlers/ticket-link.ts';
import { visitorHandlers } from './handlers/visitor.ts';

/** What stands for each kind of caller when an action runs. */
export interface Callers {
  anyone: OpenCaller;
  visitor: VisitorCaller;
  agent: AgentCaller;
  admin: AgentCaller;
}

export type HandlerTable = Handlers<Deps, Callers>;

/** Every command and the action that answers it; it does not compile while one is missing. */
export const handlers: HandlerTable = {
  ...visitorHandlers,
  ...agentHandlers,
  ...knowledgeHandlers,
  ...peopleHandlers,
  ...deskHandlers,
  ...ticketLinkHandlers,
};
