import type { Locale } from '@ventanilla/shared/vocabulary';

/** What the launcher is called, and what it says when the window could not be had. */
export const launcherWords: Record<Locale, [help: string, failed: string]> = {
  es: ['Ayuda', 'Reintentar'],
  en: ['Help', 'Retry'],
};
