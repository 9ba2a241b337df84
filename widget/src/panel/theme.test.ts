import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accentTheme, contrast, textContrast } from '@ventanilla/shared/theme/accent';
import type { LoaderConfig } from '@ventanilla/shared/wire/embed';
import { expect, it } from 'vitest';
import { accentTokens, mix } from './theme.ts';

const channel = Array.from({ length: 16 }, (_, step) => (step * 17).toString(16).padStart(2, '0'));
/** Everywhere among all colours, black, white and the pure ones included. */
const accents = channel.flatMap((red) => channel.flatMap((green) => channel.map((blue) => `#${red}${green}${blue}`)));

/** What is written on what, by the names of the style sheets: text, then every ground that it stands on somewhere. */
const written = {
  ink: ['surface', 'fill', 'fill-hover', 'accent-soft', 'mark'],
  'ink-2': ['surface', 'fill', 'accent-soft'],
  'ink-3': ['surface', 'fill'],
  'accent-text': ['surface', 'fill', 'accent-soft'],
  'on-accent': ['accent', 'accent-hover'],
  'waiting-ink': ['surface', 'waiting-soft'],
  'breach-ink': ['surface', 'fill', 'breach-soft', 'accent-soft'],
  'ok-ink': ['ok-soft'],
};

const sheets = ['panel.css', 'breach.css', 'talk/talk.css', 'mine/mine.css', 'faq/faq.css'].map((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8'),
);

/** The colours that the style sheets name for a theme. */
function ownColours(isDark: boolean): (readonly [name: string, colour: string])[] {
  const blocks = sheets.flatMap((css) => [...css.matchAll(/div\[data-theme(="dark")?\] \{([^}]*)\}/g)]);
  const chosen = blocks.filter(([, dark]) => dark === undefined || isDark).map(([, , block = '']) => block);
  const named = chosen.flatMap((block) => [...block.matchAll(/--([\w-]+): (#\w+);/g)]);
  return named.map(([, name = '', colour = '']) => [name, inFull(colour)] as const);
}
const own = { light: ownColours(false), dark: ownColours(true) };

/** Every colour of a theme by its name, as the panel has them with this accent. */
function coloursOf(accent: string, isDark: boolean): Map<string, string> {
  const { onAccent, accentText, accentTextDark } = accentTheme(accent);
  const config: LoaderConfig = ['', '', '', 'es', accent, onAccent, 'end', 1, accentText, accentTextDark, 1, 0];
  const { 'color-scheme': _, ...tokens } = accentTokens(config, isDark);
  const ofAccent = Object.entries(tokens).map(([name, colour]) => [name.slice(2), inFull(colour)] as const);
  return new Map([...(isDark ? own.dark : own.light), ...ofAccent]);
}

/** `#fff` and `rgb(…)` as `#ffffff`. */
function inFull(colour: string): string {
  if (colour.startsWith('#')) return colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour;
  const channels = [...colour.matchAll(/[\d.]+/g)].map(([value]) => Math.round(Number(value)));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

it('mixes two colours by share', () => {
  expect(mix('#ffffff', '#000000', 0.5)).toBe('rgb(127.5,127.5,127.5)');
  expect(mix('#1b1a18', '#2b49b5', 0)).toBe('rgb(27,26,24)');
  expect(mix('#1b1a18', '#2b49b5', 1)).toBe('rgb(43,73,181)');
});

it.each([false, true])('whatever the accent, every word can be read where it stands (dark: %s)', (isDark) => {
  const faint = accents.flatMap((accent) => {
    const colours = coloursOf(accent, isDark);
    const colour = (name: string) => colours.get(name) ?? expect.unreachable(`no --${name}`);
    return Object.entries(written).flatMap(([text, grounds]) =>
      grounds
        .filter((ground) => contrast(colour(text), colour(ground)) < textContrast)
        .map((ground) => `${accent}: ${text} on ${ground}`),
    );
  });
  expect(faint).toEqual([]);
});
