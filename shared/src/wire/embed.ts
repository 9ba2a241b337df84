import type { LauncherPosition, Locale } from '../vocabulary.ts';
import { protocol } from './version.ts';

/** A site's public settings, served inside its loader: everybody may read them. */
export interface EmbedSettings {
  key: string;
  name: string;
  locale: Locale;
  accent: string;
  /** Black or white, chosen by contrast with the accent. */
  onAccent: string;
  /** The accent pushed until text in it reaches 4.5:1 on the light and on the dark surface. */
  accentText: string;
  accentTextDark: string;
  position: LauncherPosition;
  isOpen: boolean;
  /** The words come with the panel. */
  hasIncident: boolean;
  /** Name of the site's picture; '' for none. */
  logo: string;
}

/** `widget/dist/manifest.json`. The chunks of a build belong together: `/w/chunks/<name>-<build>.js`, immutable. */
export interface WidgetManifest {
  build: string;
}

/** In the built `widget/dist/loader.js`, once: where `JSON.stringify(loaderConfig(…))` goes. */
export const loaderPlaceholder = '__VENTANILLA__';

/**
 * What the server writes into the loader. A row, not an object, because every byte of the loader is paid before the
 * launcher is on screen.
 */
export type LoaderConfig = [
  build: string,
  key: string,
  name: string,
  locale: Locale,
  accent: string,
  onAccent: string,
  side: LauncherPosition,
  protocol: number,
  accentText: string,
  accentTextDark: string,
  isOpen: 0 | 1,
  hasIncident: 0 | 1,
  /** Absent where there is none. */
  logo?: string,
];

export function loaderConfig(settings: EmbedSettings, { build }: WidgetManifest): LoaderConfig {
  const { key, name, locale, accent, onAccent, accentText, accentTextDark, position, isOpen, hasIncident, logo } =
    settings;
  const row = [
    build,
    key,
    name,
    locale,
    accent,
    onAccent,
    position,
    protocol,
    accentText,
    accentTextDark,
    isOpen ? 1 : 0,
    hasIncident ? 1 : 0,
  ] as const;
  return logo === '' ? [...row] : [...row, logo];
}
