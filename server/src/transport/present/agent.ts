import type { Agent, Group, Invitation } from '@ventanilla/shared/entities/agent';
import type { Deps } from '../../deps.ts';
import type { DirectoryAgent } from '../../directory.ts';
import type { GroupRow, InvitationRow } from '../../domain/rows.ts';

export function presentAgent({ presence }: Pick<Deps, 'presence'>, agent: DirectoryAgent): Agent {
  return {
    id: agent.id,
    name: agent.name,
    email: agent.email,
    role: agent.role,
    locale: agent.locale,
    availability: agent.availability,
    isOnline: agent.availability === 'available' && presence.isConnected(agent.id),
    siteIds: [...agent.siteIds],
    version: agent.version,
  };
}

export function presentGroup(group: GroupRow): Group {
  return { id: group.id, siteId: group.siteId, name: group.name, isBuiltIn: group.isBuiltIn };
}

export function presentInvitation(invitation: InvitationRow): Invitation {
  return {
    id: invitation.id,
    email: invitation.email,
    name: invitation.name,
    role: invitation.role,
    siteIds: [...invitation.siteIds],
    expiresAt: invitation.expiresAt,
  };
}
