import type { Locale, LauncherPosition } from '../vocabulary.ts';

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
