import type { Agent } from '@ventanilla/shared/entities/agent';

export type Presence = 'here' | 'away' | 'gone';

export function presenceOf({ availability, isOnline }: Agent): Presence {
  if (isOnline) return 'here';
  return availability === 'away' ? 'away' : 'gone';
}

/** Filled: here. Half: away. Hollow: not connected. Words say the same beside it. */
export function PresenceDot({ state }: { state: Presence }) {
  return <i class={`presence ${state}`} aria-hidden="true" />;
}
