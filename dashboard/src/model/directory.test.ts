import { anAgent } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import { changeRow, directoryOf, removeRow } from './directory.ts';

const marta = anAgent({ version: 3 });
const known = directoryOf([marta]);

test('[TK8] an older version changes nothing', () => {
  expect(changeRow(known, anAgent({ version: 2, name: 'Antes' }))).toBe(known);
});

test('presence comes with the same version', () => {
  expect(changeRow(known, { ...marta, isOnline: false }).get(marta.id)?.isOnline).toBe(false);
});

test('removing twice is removing once', () => {
  const without = removeRow(known, marta.id);
  expect(without.size).toBe(0);
  expect(removeRow(without, marta.id)).toBe(without);
});
