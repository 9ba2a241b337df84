import { expect, it } from 'vitest';
import { rate } from './rating.ts';
import { after, aHead, anActiveHead, aSituation, marta, visitor } from './situation-for-tests.ts';

it('once an agent has answered, and again', () => {
  const head = anActiveHead({ lastReplySeq: 2, lastReplyBy: marta.id });
  const rated = after(head, rate(head, 'bad', 'Muy lento', visitor, aSituation()));
  expect(rated).toMatchObject({ rating: 'bad', ratingComment: 'Muy lento' });
  const decision = rate(rated, 'good', '', visitor, aSituation());
  expect(decision).toMatchObject({ events: [{ before: { rating: 'bad' }, after: { rating: 'good' } }] });
  expect(after(rated, decision)).toMatchObject({ rating: 'good', ratingComment: '' });
});

it('there is nothing to rate before', () => {
  expect(rate(aHead(), 'good', '', visitor, aSituation())).toEqual({ ok: false, reason: 'unanswered' });
});
