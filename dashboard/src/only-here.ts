import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { isUnsentName } from './drafts.ts';
import { unstoredNames } from './remembered.ts';

/** Something written and not sent is in this page alone: the browser's storage is full, or blocked. */
export const isOnlyHere: ReadonlySignal<boolean> = computed(() => unstoredNames.value.some(isUnsentName));

/** The browser asks before it leaves the page, as long as that would lose something; the function it returns stops it. */
export function askBeforeLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  return effect(() => {
    if (!isOnlyHere.value) return;
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  });
}
