import type { Locale } from '../vocabulary.ts';

/** What things are called before somebody names them. */
export const firstSiteName = 'Ventanilla';
export const builtInGroupName: Record<Locale, string> = { es: 'Equipo', en: 'Team' };
