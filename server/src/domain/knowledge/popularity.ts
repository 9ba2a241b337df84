interface Offered {
  id: string;
  position: number;
  views: number;
}

/** What is asked most comes first, unless the owner has given it a place of its own. */
export function isBefore(a: Offered, b: Offered): boolean {
  if (a.position !== b.position) return placeOf(a) < placeOf(b);
  if (a.views !== b.views) return a.views > b.views;
  return a.id < b.id;
}

function placeOf({ position }: Offered): number {
  return position === 0 ? Number.POSITIVE_INFINITY : position;
}
