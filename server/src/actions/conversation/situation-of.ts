import type { AgentId, SiteId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import { onlineAgents } from '../../directory.ts';
import type { AgentActor } from '../../domain/conversation/agent-acts.ts';
import type { Situation } from '../../domain/conversation/situation.ts';
import type { ConversationRow } from '../../domain/rows.ts';
import { isOpen } from '../../domain/sla/opening.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { presentAs } from '../presence/present-as.ts';

/** The browser that a conversation was begun in, and the person it belongs to. */
type Whose = Pick<ConversationRow, 'visitorId' | 'requesterId'>;

/** The world as the rules see it at this moment, for one conversation. */
export function situationOf(deps: Deps, siteId: SiteId, whose: Whose): Situation {
  const { clock, directory, ids, mailer, presence, queueClock } = deps;
  const site = directory.site(siteId);
  if (!site) throw new AppError('not_found');
  const now = clock.now();
  return {
    now,
    queueAt: queueClock.next(),
    newId: ids.next,
    site,
    groupId: directory.builtInGroup(siteId).id,
    isOpen: isOpen(site, now),
    hasAgentOnline: onlineAgents(directory, presence, siteId).length > 0,
    isVisitorHere: presentAs(whose).some(presence.isConnected),
    canMail: mailer.canSend,
    isAgentOnline: (id: AgentId) => presence.isConnected(id) && directory.agent(id)?.availability === 'available',
  };
}

/** The agent as the one who acts, with the name that others will read. */
export function actorOf(deps: Deps, caller: AgentCaller): AgentActor {
  return { kind: 'agent', id: caller.agentId, name: deps.directory.agent(caller.agentId)?.name ?? '' };
}
