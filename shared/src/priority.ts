import { isVisible } from './text-line.ts';
import { type Level, type Priority, priorities } from './vocabulary.ts';

/** TK5. Rows are urgency, columns impact. */
const matrix: Record<Level, Record<Level, Priority>> = {
  low: { low: 'low', normal: 'low', high: 'normal' },
  normal: { low: 'low', normal: 'normal', high: 'high' },
  high: { low: 'normal', normal: 'high', high: 'urgent' },
};

/** TK5. What the matrix says; somebody may say otherwise, with a reason. */
export function priorityOf(urgency: Level, impact: Level): Priority {
  return matrix[urgency][impact];
}

/** 1 for low to 4 for urgent: what lists are ordered by. */
export function rankOf(priority: Priority): number {
  return priorities.indexOf(priority) + 1;
}

/** A rank that there is not counts as normal. */
export function priorityOfRank(rank: number): Priority {
  return priorities[rank - 1] ?? 'normal';
}

/** Instead of a priority: the matrix decides again. */
export const byMatrix = 'matrix' as const;

/** TK5. Whoever overrides the matrix says why. */
export function lacksReason(change: {
  priority?: Priority | typeof byMatrix | undefined;
  priorityReason?: string | undefined;
}): boolean {
  const { priority = byMatrix, priorityReason = '' } = change;
  return priority !== byMatrix && !isVisible(priorityReason);
}
