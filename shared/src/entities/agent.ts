import type { AgentId, GroupId, InvitationId, SiteId } from '../ids.ts';
import type { Availability, Locale, Role } from '../vocabulary.ts';

/** A colleague as other agents see them. `isOnline`: at least one open connection and not away. */
export interface Agent {
  id: AgentId;
  name: string;
  email: string;
  role: Role;
  locale: Locale;
  availability: Availability;
  isOnline: boolean;
  siteIds: SiteId[];
  version: number;
}

/** Who is meant, and nothing more. */
export interface PersonRef {
  id: string;
  name: string;
}

export interface Group {
  id: GroupId;
  siteId: SiteId;
  name: string;
  isBuiltIn: boolean;
}

export interface Invitation {
  id: InvitationId;
  email: string;
  name: string;
  role: Role;
  siteIds: SiteId[];
  expiresAt: number;
}
