const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and down lead from the question through what was found, and back. */
export function stepInto(event: KeyboardEvent): void {
  const step = steps[event.key];
  const from = event.target as HTMLElement;
  if (!step) return;
  const stops = [...(from.closest('form')?.querySelectorAll<HTMLElement>('.first, .faq button') ?? [])];
  const next = stops[stops.indexOf(from) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
