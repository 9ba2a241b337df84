import { checkNoDeadEnd } from '../../actions/health/check-no-dead-end.ts';
import { createSite } from '../../actions/site/create-site.ts';
import { listSightings } from '../../actions/site/list-sightings.ts';
import { rotateIdentitySecret } from '../../actions/site/rotate-identity-secret.ts';
import { showIdentitySecret } from '../../actions/site/show-identity-secret.ts';
import { updateSite } from '../../actions/site/update-site.ts';
import type { HandlerTable } from '../handlers.ts';
import { presentSighting, presentSite } from '../present/site.ts';

/** Sites, and the health of the desk itself. */
export const deskHandlers = {
  'site:create': async (deps, caller, data) => ({ site: presentSite(await createSite(deps, caller, data)) }),
  'site:update': async (deps, caller, data) => ({ site: presentSite(await updateSite(deps, caller, data)) }),
  'site:identitySecret': showIdentitySecret,
  'site:rotateIdentitySecret': rotateIdentitySecret,
  'site:sightings': async (deps, caller, data) => ({
    sightings: (await listSightings(deps, caller, data)).map(presentSighting),
  }),
  'health:noDeadEnd': checkNoDeadEnd,
} satisfies Partial<HandlerTable>;
