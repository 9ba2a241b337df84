import type { FaqIndex, Hit } from '@ventanilla/shared/search/faq-index';
import type { FaqSet } from './faq-sets.ts';
import type { Chance } from './seeded-chance.ts';

/** Means over all questions of a set; `…Share` is the part of all questions, `…Right` the part of those that was right. */
export interface Quality {
  mrr: number;
  first: number;
  firstThree: number;
  ndcg: number;
  /** One card was shown; it was the answer. */
  cardShare: number;
  cardRight: number;
  /** Three were listed; the answer was among them. */
  listShare: number;
  listRight: number;
}

/** How well an index answers the questions as `change` would have them typed: the first ten hits count. */
export function measureQuality(
  index: FaqIndex,
  questions: FaqSet['questions'],
  change: (text: string) => string = (text) => text,
  isUnfinished = false,
): Quality {
  const ranks = questions.map(({ text, answers }) => {
    const hits = index.search(change(text), { audience: 1, limit: 10, isUnfinished });
    return { hits, answers, rank: hits.findIndex(({ id }) => answers.has(id)) + 1 };
  });
  const share = (isTrue: (rank: number) => boolean) => mean(ranks.map(({ rank }) => Number(isTrue(rank))));
  const shown = (confidence: Hit['confidence']) => ranks.filter(({ hits }) => hits[0]?.confidence === confidence);
  const isAmong = (most: number) => (rank: number) => rank > 0 && rank <= most;
  return {
    mrr: mean(ranks.map(({ rank }) => (rank === 0 ? 0 : 1 / rank))),
    first: share(isAmong(1)),
    firstThree: share(isAmong(3)),
    ndcg: mean(ranks.map(({ hits, answers }) => ndcg(hits, answers))),
    cardShare: shown('card').length / ranks.length,
    cardRight: mean(shown('card').map(({ rank }) => Number(isAmong(1)(rank)))),
    listShare: shown('list').length / ranks.length,
    listRight: mean(shown('list').map(({ rank }) => Number(isAmong(3)(rank)))),
  };
}

function ndcg(hits: Hit[], answers: Set<string>): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 1);
  const ideal = Array.from({ length: Math.min(10, answers.size) }, (_, i) => gain(i + 1));
  const found = hits.map(({ id }, i) => (answers.has(id) ? gain(i + 1) : 0));
  return sum(found) / (sum(ideal) || 1);
}

export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The first 60 % of the characters, as of somebody who is still typing. */
export function beginningOf(text: string): string {
  return text.slice(0, Math.ceil(text.length * 0.6));
}

/** One letter of one word of four letters or more is left out, doubled by another, changed or swapped. */
export function withTypingError(text: string, chance: Chance): string {
  const words = [...text.matchAll(/\p{L}{4,}/gu)];
  const word = words[chance(words.length)];
  if (!word) return text;
  const at = word.index + chance(word[0].length - 1);
  const letter = String.fromCharCode(97 + chance(26));
  const [before, here, next, after] = [text.slice(0, at), text[at] ?? '', text[at + 1] ?? '', text.slice(at + 2)];
  const errors = [next, letter + here + next, letter + next, next + here];
  return before + (errors[chance(errors.length)] ?? '') + after;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: number[]): number {
  return numbers.length === 0 ? 0 : sum(numbers) / numbers.length;
}
