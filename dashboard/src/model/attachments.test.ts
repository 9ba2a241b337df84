import { limits } from '@ventanilla/shared/limits';
import { aFile, anId } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import { change, readyAgain, readyFiles, refusalOf, roomFor } from './attachments.ts';

const invoice = aFile();
const photo = aFile({ id: anId('file', 2), name: 'router.jpg' });

test('only what is on the server goes with a message, in the order in which it was chosen', () => {
  const both = [readyAgain(invoice), readyAgain(photo)];
  expect(readyFiles(both)).toEqual([invoice, photo]);
  expect(readyFiles(change(both, invoice.id, { state: 'uploading' }))).toEqual([photo]);
});

test('an empty file and one that is too large are refused before a byte leaves', () => {
  expect(refusalOf({ size: 0 })).toMatchObject({ code: 'invalid', details: { reason: 'empty' } });
  expect(refusalOf({ size: limits.fileBytes })).toBeNull();
  expect(refusalOf({ size: limits.fileBytes + 1 })).toMatchObject({ code: 'too_large' });
});

test('a message holds so many and no more', () => {
  expect(roomFor([])).toBe(limits.filesPerMessage);
  expect(roomFor([readyAgain(invoice)])).toBe(limits.filesPerMessage - 1);
});
