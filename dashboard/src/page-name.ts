import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/** What the tab calls the thing on the screen: a person, a ticket's number, an article; '' where it is a list. */
export const pageName = signal('');

/** The screen's own name, for as long as it is shown. */
export function usePageName(name: string): void {
  useLayoutEffect(() => {
    pageName.value = name;
    return () => {
      pageName.value = '';
    };
  }, [name]);
}
