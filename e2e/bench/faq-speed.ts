import { performance } from 'node:perf_hooks';
import { createIndex } from '@ventanilla/shared/search/faq-index';
import type { Language } from '@ventanilla/shared/search/language';
import { beginningOf } from './faq-quality.ts';
import type { FaqSet } from './faq-sets.ts';
import { type Chance, seededChance } from './seeded-chance.ts';

const articleCount = 10_000;
const chunksPerBody = 60;
const questionCount = 500;
/** Of each search the fastest run counts: what else the machine does is not ours. */
const runsPerSearch = 7;

export interface Speed {
  /** Milliseconds for one search: median, 95th percentile and longest of all questions. */
  p50: number;
  p95: number;
  longest: number;
}

/** How long searches take among ten thousand articles that are made of the pieces of a set, with some words of their own. */
export function measureSpeed(set: FaqSet, language: Language) {
  const chance = seededChance(7);
  const index = createIndex(language);
  const pieces = set.articles.flatMap(({ title, body }) => `${title} ${body}`.match(/\S+(?:\s+\S+){0,2}/g) ?? []);
  const article = (number: number) => ({
    id: `article-${number}`,
    title: `${pick(set.questions, chance)?.text} ${inventedWord(chance)}`,
    phrasings: [pick(set.questions, chance)?.text ?? '', pick(set.questions, chance)?.text ?? ''],
    body: Array.from({ length: chunksPerBody }, () => pick(pieces, chance)).join(` ${inventedWord(chance)} `),
    audience: 1,
  });

  const articles = Array.from({ length: articleCount }, (_, number) => article(number));
  const buildMs = timed(() => {
    for (const each of articles) index.put(each);
  });
  const questions = set.questions.slice(0, questionCount).map(({ text }) => text);
  const timesOf = (change: (text: string) => string, isUnfinished: boolean): Speed => {
    const search = (text: string) => timed(() => index.search(change(text), { audience: 1, limit: 10, isUnfinished }));
    const fastest = (text: string) => Math.min(...Array.from({ length: runsPerSearch }, () => search(text)));
    const times = questions.map(fastest).toSorted((a, b) => a - b);
    const at = (part: number) => times[Math.floor((times.length - 1) * part)] ?? 0;
    return { p50: at(0.5), p95: at(0.95), longest: at(1) };
  };
  const finished = timesOf((text) => text, false);
  const unfinished = timesOf(beginningOf, true);
  const edits = articles.slice(0, 100).map((each) => timed(() => index.put(each)));
  return { articleCount, buildMs, finished, unfinished, editMs: edits.reduce((sum, ms) => sum + ms, 0) / edits.length };
}

function inventedWord(chance: Chance): string {
  return `w${chance(40_000).toString(36)}`;
}

function pick<T>(items: T[], chance: Chance): T | undefined {
  return items[chance(items.length)];
}

function timed(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
