import type { Locale } from '../vocabulary.ts';

/** What things are called before somebody names them. */
export const firstSiteName = 'Ventanilla';
export const builtInGroupName: Record<Locale, string> = { es: 'Equipo', en: 'Team' };

/** A group that nobody has renamed is called what its reader's language calls it, whatever the site's was. */
export const unnamedGroup: Record<Locale, string> = { es: 'El equipo', en: 'The team' };

export function isFirstGroupName(name: string): boolean {
  return Object.values(builtInGroupName).includes(name);
}
