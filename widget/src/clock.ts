/** The only reader of the clock in the widget: ms UTC. */
export function now(): number {
  return Date.now();
}
