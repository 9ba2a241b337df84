import { fill } from '@ventanilla/shared/i18n/fill';
import type { Scene } from './scene.ts';

/** `on`: somebody is here. `some`: somebody, but not free. `off`: nobody. */
export interface Promised {
  presence: 'on' | 'some' | 'off';
  text: string;
  more: string;
}

const minuteMs = 60_000;

/** Computed from the calendar, from who is there and from the real queue; never more than is known. */
export function promised({
  availability,
  isSiteOpen,
  texts,
  times,
  now,
}: Pick<Scene, 'availability' | 'isSiteOpen' | 'texts' | 'times' | 'now'>): Promised {
  if (!availability) return { presence: 'off', text: isSiteOpen ? texts.unknown : texts.closed, more: '' };
  const { isOpen, opensAt, hasAgent, queueLength, typicalWaitMs } = availability;
  if (!isOpen) {
    const text = opensAt > 0 ? fill(texts.closedUntil, { when: times.when(opensAt, now) }) : texts.closed;
    return { presence: 'off', text, more: '' };
  }
  if (!hasAgent) return { presence: 'off', text: texts.nobody, more: '' };
  if (queueLength > 0) {
    return { presence: 'some', text: texts.busy, more: fill(texts.busyPlace, { count: queueLength + 1 }) };
  }
  if (typicalWaitMs === 0) return { presence: 'on', text: texts.here, more: '' };
  const count = Math.ceil(typicalWaitMs / minuteMs);
  return { presence: 'on', text: count === 1 ? texts.hereSoon : fill(texts.hereWithin, { count }), more: '' };
}
