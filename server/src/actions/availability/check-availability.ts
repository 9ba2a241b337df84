import type { SiteAvailability } from '@ventanilla/shared/wire/visitor';
import type { Deps } from '../../deps.ts';
import { onlineAgents } from '../../directory.ts';
import { typicalWaitMs } from '../../domain/routing/waiting.ts';
import { addOpenMinutes, holidayAt, isOpen, nextOpening } from '../../domain/sla/opening.ts';
import { AppError } from '../app-error.ts';
import type { OpenCaller } from '../caller.ts';

/** Computed from hours, presence and the real queue: the home screen's promise is never a fixed text. */
export async function checkAvailability(deps: Deps, caller: OpenCaller): Promise<SiteAvailability> {
  const site = caller.siteId === '' ? null : deps.directory.site(caller.siteId);
  if (!site) throw new AppError('not_found');
  const { openingHours, timeZone, incident, incidentChangedAt: changedAt } = site;
  const now = deps.clock.now();
  const isOpenNow = isOpen(site, now);
  const holiday = isOpenNow ? null : holidayAt(site, now);
  const waiting = await deps.store.conversations.queue(site.id);
  return {
    isOpen: isOpenNow,
    opensAt: isOpenNow ? 0 : nextOpening(site, now),
    hasAgent: onlineAgents(deps.directory, deps.presence, site.id).length > 0,
    queueLength: waiting.length,
    typicalWaitMs: typicalWaitMs(deps.pickUps.of(site.id, now)),
    replyBy: addOpenMinutes(site, now, site.firstReplyMinutes),
    week: isOpenNow ? null : { timeZone, openingHours },
    ...(holiday && { holiday }),
    ...(incident.isOn && { incident: { texts: incident.texts, changedAt } }),
  };
}
