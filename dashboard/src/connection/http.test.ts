import { expect, test } from 'vitest';
import { answerOf } from './http.ts';

test('an answer is what the server says', () => {
  expect(answerOf({ ok: true, data: { a: 1 } })).toEqual({ ok: true, data: { a: 1 } });
  const error = { code: 'taken', message: 'Ya la tiene Ana.', details: { name: 'Ana' }, requestId: 'r1' };
  expect(answerOf({ ok: false, error })).toEqual({
    ok: false,
    error: { code: 'taken', details: { name: 'Ana' }, requestId: 'r1' },
  });
});

test.each([null, 'Bad gateway', {}, { ok: 'yes' }, { ok: false }, []])(
  '%j from something in between is "unavailable"',
  (body) => {
    expect(answerOf(body)).toEqual({ ok: false, error: { code: 'unavailable' } });
  },
);
