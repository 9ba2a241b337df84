import { softShareDark, softShareLight } from '@ventanilla/shared/theme/accent';
import type { LoaderConfig } from '@ventanilla/shared/wire/embed';

const surfaces = { light: '#ffffff', dark: '#1b1a18' };

/** The owner's accent and what follows from it, as values: the oldest browsers here know no `color-mix`. */
export function accentTokens([, , , , accent, onAccent, , , textOnLight, textOnDark]: LoaderConfig, isDark: boolean) {
  const surface = isDark ? surfaces.dark : surfaces.light;
  return {
    'color-scheme': isDark ? 'dark' : 'light',
    '--accent': accent,
    '--on-accent': onAccent,
    '--accent-text': isDark ? textOnDark : textOnLight,
    // Away from what is written on it.
    '--accent-hover': mix(accent, onAccent < '#8' ? '#ffffff' : '#000000', 0.12),
    '--accent-soft': mix(surface, accent, isDark ? softShareDark : softShareLight),
  };
}

/** `share` of `second` in `first`, both as `#rrggbb`; as `rgb(…)`. */
export function mix(first: string, second: string, share: number): string {
  const channel = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  return `rgb(${[1, 3, 5].map((at) => channel(first, at) * (1 - share) + channel(second, at) * share)})`;
}
