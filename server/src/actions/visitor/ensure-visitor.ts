import type { Deps } from '../../deps.ts';
import type { VisitorRow } from '../../domain/rows.ts';
import { AppError } from '../app-error.ts';
import type { VisitorCaller } from '../caller.ts';
import { mustNotBeBlocked } from './not-blocked.ts';

/** A token alone stores nothing: the visitor and their requester become rows with the first word (PR1). */
export async function ensureVisitor(deps: Deps, caller: VisitorCaller): Promise<VisitorRow> {
  const known = await deps.store.visitors.byId(caller.visitorId);
  if (known) {
    if (known.siteId !== caller.siteId) throw new AppError('not_found');
    mustNotBeBlocked(deps, known.id);
    return known;
  }
  const createdAt = deps.clock.now();
  const { visitorId: id, siteId } = caller;
  const requester = {
    id: deps.ids.next('requester'),
    siteId,
    externalId: '',
    name: '',
    email: '',
    emailFolded: '',
    emailVerifiedAt: 0,
    createdAt,
  };
  return deps.store.visitors.create({ id, siteId, blockedAt: 0, createdAt }, requester);
}
