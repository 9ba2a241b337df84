import type { AgentId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import type { NewEvent } from '../../domain/decision.ts';
import type { JsonObject } from '../../domain/rows.ts';

/** What is recorded about an agent; `actorId` '' when a link and not a colleague did it. */
export function agentEvent(
  { ids, clock }: Pick<Deps, 'ids' | 'clock'>,
  type: 'agent.joined' | 'agent.removed' | 'agent.roleChanged' | 'agent.sitesChanged' | 'agent.availabilityChanged',
  subjectId: AgentId,
  actorId: AgentId | '',
  change: { before?: JsonObject; after?: JsonObject } = {},
): NewEvent {
  return {
    id: ids.next('event'),
    siteId: '',
    subjectKind: 'agent',
    subjectId,
    type,
    actorKind: actorId === '' ? 'system' : 'agent',
    actorId,
    at: clock.now(),
    ...change,
  };
}
