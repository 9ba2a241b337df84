import { rankOf } from '@ventanilla/shared/priority';
import { type Priority, priorities } from '@ventanilla/shared/vocabulary';
import { texts } from '../language.ts';

/** A priority: as many bars as it counts, and always its word. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const rank = rankOf(priority);
  return (
    <span class={`priority ${priority}`}>
      <svg class="bars" viewBox="0 0 16 12" aria-hidden="true">
        {priorities.map((name, index) => (
          <rect
            key={name}
            class={index < rank ? 'on' : undefined}
            x={index * 4}
            y={9 - index * 3}
            width="3"
            height={3 + index * 3}
            rx="0.5"
          />
        ))}
      </svg>
      {texts.value.priority[priority]}
    </span>
  );
}
