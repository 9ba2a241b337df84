import type { SiteId } from '@ventanilla/shared/ids';
import type { PickUp } from '../domain/routing/waiting.ts';
import type { Bus } from './bus.ts';

const kept = 20;
const forMs = 60 * 60 * 1000;

/** How fast people were taken lately, by site; in memory, since it only helps to say something of the next hour. */
export interface PickUps {
  /** Of the last hour before `nowMs`, oldest first. */
  of(siteId: SiteId, nowMs: number): PickUp[];
}

export function watchPickUps(bus: Bus): PickUps {
  const recent = new Map<SiteId, PickUp[]>();
  bus.subscribe((happening) => {
    if (happening.type !== 'appended') return;
    const { conversation, events } = happening.result;
    for (const event of events) {
      if (event.type !== 'conversation.taken') continue;
      const waitedMs = Math.max(0, event.at - Number(event.before.queuedAt ?? event.at));
      const list = [...(recent.get(conversation.siteId) ?? []), { at: event.at, waitedMs }];
      recent.set(conversation.siteId, list.slice(-kept));
    }
  });
  return { of: (siteId, nowMs) => (recent.get(siteId) ?? []).filter((pickUp) => nowMs - pickUp.at <= forMs) };
}
