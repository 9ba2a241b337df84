/** An owner's colour and the colours that follow from it, `#rrggbb` in lower case. */
export interface AccentTheme {
  accent: string;
  /** Black or white, whichever reads better on the accent: never below 4.5:1. */
  onAccent: string;
  /** The accent, darkened as far as text on light surfaces and on its own soft shade needs (4.5:1). */
  accentText: string;
  /** The accent, lightened as far as text on dark surfaces and on its own soft shade needs (4.5:1). */
  accentTextDark: string;
}

export const lightSurface = '#ffffff';
export const darkSurface = '#1b1a18';
/** Of cards and bubbles, on which links stand in the accent. */
export const lightFill = '#f1efea';
export const darkFill = '#292724';
/** WCAG 2.2, 1.4.3: text of ordinary size. */
export const textContrast = 4.5;

/** How much of the accent is in its soft shade, on which cards and initials stand. */
export const softShareLight = 0.08;
export const softShareDark = 0.2;

const black = '#000000';
const white = '#ffffff';

/** What an accent becomes. Expects `#rrggbb`, as the contract checks it. */
export function accentTheme(accent: string): AccentTheme {
  return {
    accent,
    onAccent: contrast(accent, white) >= contrast(accent, black) ? white : black,
    accentText: pushed(accent, black, [lightFill, mix(lightSurface, accent, softShareLight)]),
    accentTextDark: pushed(accent, white, [darkFill, mix(darkSurface, accent, softShareDark)]),
  };
}

/** WCAG 2.2 contrast ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Towards `pole` in hundredths until it can be read on all of them; the pole itself always can. */
function pushed(colour: string, pole: string, surfaces: readonly string[]): string {
  for (let step = 0; step < 100; step += 1) {
    const mixed = mix(colour, pole, step / 100);
    if (surfaces.every((surface) => contrast(mixed, surface) >= textContrast)) return mixed;
  }
  return pole;
}

/** `share` of `pole` in `colour`; all as `#rrggbb`. */
export function mix(colour: string, pole: string, share: number): string {
  const ends = channels(pole);
  const mixed = channels(colour).map((value, i) => Math.round(value + ((ends[i] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2.2 relative luminance, 0 (black) to 1 (white). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
