/** Filled: here. Half: away. Hollow: not connected. Words say the same beside it. */
export function PresenceDot({ state }: { state: 'here' | 'away' | 'gone' }) {
  return <i class={`presence ${state}`} aria-hidden="true" />;
}
