const prefix = 'ventanilla:dashboard:';

/** Small things this browser keeps between visits. Where storage is blocked, they last as long as the page. */
const untilReload = new Map<string, string>();

export function recall(name: string): string {
  try {
    return localStorage.getItem(prefix + name) ?? '';
  } catch {
    return untilReload.get(name) ?? '';
  }
}

/** '' forgets. */
export function remember(name: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    if (value === '') untilReload.delete(name);
    else untilReload.set(name, value);
  }
}

/** Names that begin like this, e.g. every draft of one agent. */
export function rememberedNames(start: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [...untilReload.keys()].filter((name) => name.startsWith(start));
  }
}
