/** The only thing the loader looks at (PR1); where storage is blocked it is simply never set. */
export function createFlag(name: string) {
  const attempt = <T>(action: () => T): T | undefined => {
    try {
      return action();
    } catch {
      return undefined;
    }
  };
  return {
    isSet: () => Boolean(attempt(() => localStorage.getItem(name))),
    /** '' takes it away. */
    set: (value: 'unsent' | 'open' | '') =>
      attempt(() => (value ? localStorage.setItem(name, value) : localStorage.removeItem(name))),
  };
}
