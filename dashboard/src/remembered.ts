import { type ReadonlySignal, signal } from '@preact/signals';

const prefix = 'ventanilla:dashboard:';

/** Small things this browser keeps between visits. What cannot be stored lasts as long as the page. */
const untilReload = new Map<string, string>();

const notStored = signal<readonly string[]>([]);

/** Names of what could not be stored as it is now. */
export const unstoredNames: ReadonlySignal<readonly string[]> = notStored;

export function recall(name: string): string {
  return untilReload.get(name) ?? stored(name);
}

function stored(name: string): string {
  try {
    return localStorage.getItem(prefix + name) ?? '';
  } catch {
    return '';
  }
}

/** '' forgets. */
export function remember(name: string, value: string): void {
  untilReload.delete(name);
  try {
    if (value === '') localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    if (value !== '') untilReload.set(name, value);
  }
  if (untilReload.size + notStored.peek().length > 0) notStored.value = [...untilReload.keys()];
}

/** Another tab has changed one whose name begins like this: its name. Answers how to stop. */
export function onRemembered(start: string, changed: (name: string) => void): () => void {
  const heed = ({ key }: StorageEvent): void => {
    if (key?.startsWith(prefix + start)) changed(key.slice(prefix.length));
  };
  addEventListener('storage', heed);
  return () => removeEventListener('storage', heed);
}

/** Names that begin like this, e.g. every draft of one agent. */
export function rememberedNames(start: string): string[] {
  const names = new Set([...storedNames(), ...untilReload.keys()]);
  return [...names].filter((name) => name.startsWith(start));
}

function storedNames(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}
