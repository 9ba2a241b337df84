import type { ClosedDates } from '@ventanilla/shared/entities/site';
import { limits } from '@ventanilla/shared/limits';

const dayMs = 24 * 60 * 60_000;

/** Begins on another day; it goes on ending after that. */
export function withFrom({ to, name }: ClosedDates, from: string): ClosedDates {
  return { from, to: to < from ? from : to, name };
}

/** Every one has two days in their order, within a year of each other. */
export function areSound(closedDates: readonly ClosedDates[]): boolean {
  return closedDates.every(({ from, to }) => {
    const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
    return days >= 1 && days <= limits.closedDays;
  });
}

/** As they come, with names as they are read. */
export function inOrder(closedDates: readonly ClosedDates[]): ClosedDates[] {
  return closedDates
    .map(({ from, to, name }) => ({ from, to, name: name.trim() }))
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
}
