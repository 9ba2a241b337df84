import type { Deps } from '../../deps.ts';

/** A deadline may be this late before it counts: the sweep needs a moment. */
const toleranceMs = 60_000;

/** CV1. All four are 0, or something was lost. */
export async function checkNoDeadEnd(deps: Deps) {
  const counts = await deps.store.health.noDeadEnd(deps.clock.now(), toleranceMs);
  return {
    overdueDeadlines: counts.overdue,
    endedWithoutOutcome: counts.endedWithoutOutcome,
    ticketedWithoutTicket: counts.ticketedWithoutTicket,
    twoOpenTickets: counts.twoOpenTickets,
  };
}
