import { expect, test } from 'vitest';
import { errorBody } from './error.ts';

test('a refusal has a code, a sentence in the language and the facts', () => {
  expect(errorBody('taken', { name: 'Ana' }, 'es', 'r1')).toEqual({
    ok: false,
    error: { code: 'taken', message: 'Ya la tiene Ana.', details: { name: 'Ana' }, requestId: 'r1' },
  });
  expect(errorBody('taken', { name: 'Ana' }, 'en', '').error.message).toBe('Ana already has it.');
});

test('what is not known is left out', () => {
  expect(errorBody('not_found', {}, 'en', '')).toEqual({
    ok: false,
    error: { code: 'not_found', message: expect.any(String) },
  });
});

test('the sentence names the field, or ends where there is none to name', () => {
  expect(errorBody('invalid', { field: 'body' }, 'es', '').error.message).toBe(
    'Algo de lo enviado no es válido: body.',
  );
  expect(errorBody('invalid', { field: '' }, 'es', '').error.message).toBe('Algo de lo enviado no es válido.');
  expect(errorBody('invalid', { field: '' }, 'en', '').error.message).toBe('Something in what was sent is not valid.');
});

test('a failure of ours says its reference', () => {
  expect(errorBody('internal', {}, 'en', 'abc').error.message).toContain('abc');
});
