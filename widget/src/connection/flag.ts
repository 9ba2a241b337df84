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
    isSet: () => Boolean(attempt(() => localStorage[name])),
    /** '' takes it away. */
    set(value: 'unsent' | 'open' | ''): void {
      attempt(() => {
        if (value) localStorage[name] = value;
        else delete localStorage[name];
      });
    },
  };
}
