import type { AgentId, RequesterId, SiteId, VisitorId } from '@ventanilla/shared/ids';
import type { Locale, Role } from '@ventanilla/shared/vocabulary';

/** Who calls an action; `bind-commands` has checked that they are allowed to call it at all. */
export type Caller = AnyoneCaller | VisitorCaller | AgentCaller;

interface Call {
  requestId: string;
  /** Language of sentences in refusals. */
  locale: Locale;
  /** Key of the client's address for rate limits; never stored. */
  address: string;
}

export interface AnyoneCaller extends Call {
  kind: 'anyone';
  /** The site named in the address, when it exists and allows the page's origin; else ''. */
  siteId: SiteId | '';
}

export interface VisitorCaller extends Call {
  kind: 'visitor';
  visitorId: VisitorId;
  siteId: SiteId;
  /** The person for whom the site has vouched, in whatever browser; '' for nobody. */
  requesterId: RequesterId | '';
}

/** Whoever calls what is open to everybody; a visitor is known where a site's page calls. */
export type OpenCaller = AnyoneCaller | VisitorCaller;

export interface AgentCaller extends Call {
  kind: 'agent';
  agentId: AgentId;
  sessionId: string;
  role: Role;
  /** Sites the agent is a member of; everything else does not exist for them (PR3). */
  siteIds: readonly SiteId[];
}
