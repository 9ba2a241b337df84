import type { AgentId, GroupId, Id, IdNoun } from '@ventanilla/shared/ids';
import type { SiteRow } from '../rows.ts';

/** What a rule must know of the world besides the conversation itself. Clock and chance come from outside. */
export interface Situation {
  /** ms UTC. */
  now: number;
  /** ms UTC: later than when anybody else came into a queue, so that it says who waits longest whatever is done to the clock. */
  queueAt: number;
  newId: <N extends IdNoun>(noun: N) => Id<N>;
  site: SiteRow;
  /** The site's built-in group: who answers for a ticket that nobody has. */
  groupId: GroupId;
  isOpen: boolean;
  hasAgentOnline: boolean;
  isVisitorHere: boolean;
  /** Mail can be sent: without it none is promised. */
  canMail: boolean;
  isAgentOnline: (agentId: AgentId) => boolean;
}

/** Who acts: a person with a name for the lines that others read. */
export interface Actor {
  kind: 'visitor' | 'agent' | 'system';
  id: string;
  name: string;
}

export const machine: Actor = { kind: 'system', id: '', name: '' };
