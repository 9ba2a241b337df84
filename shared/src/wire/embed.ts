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
}

/** `widget/dist/manifest.json`: the current chunks, as paths below `/w/`, e.g. `chunks/1a2b3c4d.js`. */
export interface WidgetManifest extends Record<Locale, string> {
  panel: string;
  connection: string;
}

/** In the built `widget/dist/loader.js`, once: where `JSON.stringify(loaderConfig(…))` goes. */
export const loaderPlaceholder = '__VENTANILLA__';

/**
 * What the server writes into the loader. Keys are short because every byte of the loader is paid before the launcher
 * is on screen; chunk addresses are relative to the script's own.
 */
export interface LoaderConfig {
  /** Settings: key, name, locale, accent, on accent, accent as text, the same on dark, 1 = at the start side, 1 = open now. */
  s: { k: string; n: string; l: Locale; a: string; o: string; t: string; d: string; p: 0 | 1; h: 0 | 1 };
  c: WidgetManifest;
  /** Protocol version. */
  v: number;
}

export function loaderConfig(settings: EmbedSettings, chunks: WidgetManifest): LoaderConfig {
  const { key, name, locale, accent, onAccent, accentText, accentTextDark, position, isOpen } = settings;
  return {
    s: {
      k: key,
      n: name,
      l: locale,
      a: accent,
      o: onAccent,
      t: accentText,
      d: accentTextDark,
      p: position === 'start' ? 1 : 0,
      h: isOpen ? 1 : 0,
    },
    c: { panel: chunks.panel, connection: chunks.connection, es: chunks.es, en: chunks.en },
    v: protocol,
  };
}
