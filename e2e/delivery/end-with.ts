/** For what fails where nobody waits for it: the run is over, and `main.ts` clears up behind it. */
export function endWith(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
