const restMs = 1_000;

/** What the first list does not need begins to load once that has had the line for itself. The answer stops it. */
export function afterFirstList(work: () => void | Promise<void>): () => void {
  const timer = setTimeout(() => void work(), restMs);
  return () => clearTimeout(timer);
}
