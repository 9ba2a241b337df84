import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accentTheme,
  contrast,
  darkFill,
  darkSurface,
  lightFill,
  lightSurface,
  mix,
  softShareDark,
  softShareLight,
  textContrast,
} from './accent.ts';

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
  expect(contrast('#2b49b5', '#2b49b5')).toBe(1);
});

test('every accent can be read: text on it, and it as text on every surface and its own soft shades', () => {
  fc.assert(
    fc.property(anyColour, (accent) => {
      const theme = accentTheme(accent);
      expect(contrast(theme.onAccent, accent)).toBeGreaterThanOrEqual(textContrast);
      for (const surface of [lightSurface, lightFill])
        expect(contrast(theme.accentText, surface)).toBeGreaterThanOrEqual(textContrast);
      for (const surface of [darkSurface, darkFill])
        expect(contrast(theme.accentTextDark, surface)).toBeGreaterThanOrEqual(textContrast);
      const softLight = mix(lightSurface, accent, softShareLight);
      const softDark = mix(darkSurface, accent, softShareDark);
      expect(contrast(theme.accentText, softLight)).toBeGreaterThanOrEqual(textContrast);
      expect(contrast(theme.accentTextDark, softDark)).toBeGreaterThanOrEqual(textContrast);
    }),
  );
});

test('a colour that can be read stays as the owner chose it', () => {
  expect(accentTheme('#2b49b5')).toMatchObject({ accent: '#2b49b5', onAccent: '#ffffff', accentText: '#2b49b5' });
  expect(accentTheme('#ffd400')).toMatchObject({ onAccent: '#000000', accentTextDark: '#ffd400' });
});

test('black and white have an answer too', () => {
  expect(contrast(accentTheme('#000000').accentTextDark, darkSurface)).toBeGreaterThanOrEqual(textContrast);
  expect(contrast(accentTheme('#ffffff').accentText, lightSurface)).toBeGreaterThanOrEqual(textContrast);
});
