import { expect, it } from 'vitest';
import { mix } from './theme.ts';

it('mixes two colours by share', () => {
  expect(mix('#ffffff', '#000000', 0.5)).toBe('#808080');
  expect(mix('#1b1a18', '#2b49b5', 0)).toBe('#1b1a18');
  expect(mix('#1b1a18', '#2b49b5', 1)).toBe('#2b49b5');
  expect(mix('#000000', '#0a0a0a', 0.1)).toBe('#010101');
});
