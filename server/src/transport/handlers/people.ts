import { inviteAgent } from '../../actions/agent/invite-agent.ts';
import { removeAgent } from '../../actions/agent/remove-agent.ts';
import { setRole } from '../../actions/agent/set-role.ts';
import { setSites } from '../../actions/agent/set-sites.ts';
import { setAvailability } from '../../actions/availability/set-availability.ts';
import { acceptInvitation } from '../../actions/invitation/accept-invitation.ts';
import { checkInvitation } from '../../actions/invitation/check-invitation.ts';
import { listInvitations } from '../../actions/invitation/list-invitations.ts';
import { revokeInvitation } from '../../actions/invitation/revoke-invitation.ts';
import { openSession } from '../../actions/session/open-session.ts';
import { checkSetup } from '../../actions/setup/check-setup.ts';
import { completeSetup } from '../../actions/setup/complete-setup.ts';
import type { HandlerTable } from '../handlers.ts';
import { presentAgent, presentGroup, presentInvitation } from '../present/agent.ts';
import { presentSite } from '../present/site.ts';

/** Who works here: the first admin, invitations, roles, and an agent's own session. */
export const peopleHandlers = {
  'session:open': async (deps, caller) => {
    const { agent, sites, agents, groups } = await openSession(deps, caller);
    return {
      agent: presentAgent(deps, agent),
      sites: sites.map(presentSite),
      agents: agents.map((colleague) => presentAgent(deps, colleague)),
      groups: groups.map(presentGroup),
      publicUrl: deps.config.publicUrl,
    };
  },
  'availability:set': async (deps, caller, data) => ({
    agent: presentAgent(deps, await setAvailability(deps, caller, data)),
  }),
  'agent:invite': async (deps, caller, data) => {
    const { invitation, link } = await inviteAgent(deps, caller, data);
    return { invitation: presentInvitation(invitation), link };
  },
  'agent:setRole': async (deps, caller, data) => ({ agent: presentAgent(deps, await setRole(deps, caller, data)) }),
  'agent:setSites': async (deps, caller, data) => ({ agent: presentAgent(deps, await setSites(deps, caller, data)) }),
  'agent:remove': removeAgent,
  'invitation:list': async (deps) => ({ invitations: (await listInvitations(deps)).map(presentInvitation) }),
  'invitation:revoke': revokeInvitation,
  'invitation:check': checkInvitation,
  'invitation:accept': acceptInvitation,
  'setup:check': checkSetup,
  'setup:complete': completeSetup,
} satisfies Partial<HandlerTable>;
