import { english } from '@ventanilla/shared/search/english';
import { createIndex } from '@ventanilla/shared/search/faq-index';
import { type Language, plainLanguage } from '@ventanilla/shared/search/language';
import { spanish } from '@ventanilla/shared/search/spanish';
import { algorithms, newStemmer } from 'snowball-stemmers';
import { beginningOf, measureQuality, type Quality, withoutAccents, withTypingError } from './faq-quality.ts';
import { type FaqSet, readFaqSets } from './faq-sets.ts';
import { measureSpeed, type Speed } from './faq-speed.ts';
import { seededChance } from './seeded-chance.ts';

/** What the sets that we know must reach, and what we aim for. */
const goals: Record<string, { measure: 'mrr' | 'first'; atLeast: number; aim: number }> = {
  'nlpjs50-es': { measure: 'mrr', atLeast: 0.62, aim: 0.68 },
  'nlpjs50alt-es': { measure: 'first', atLeast: 0.9, aim: 0.94 },
  'stackfaq-en': { measure: 'mrr', atLeast: 0.86, aim: 0.89 },
  'nlpjs50-fr': { measure: 'mrr', atLeast: 0.42, aim: 0.5 },
};
const mostLostToErrors = { atLeast: 0.09, aim: 0.06 };
const mostLostToAccents = { atLeast: 0.005, aim: 0 };
const slowestP95Ms = { atLeast: 5, aim: 2 };

/** Prints how well and how fast the FAQ search answers the sets of a folder. */
export async function benchSearch(folder: string | undefined): Promise<void> {
  const sets = folder === undefined ? [] : await readFaqSets(folder);
  if (sets.length === 0) {
    const where = folder === undefined ? 'No folder was named' : `There are no sets in ${folder}`;
    print(
      `${where}: run "pnpm bench search FOLDER" with NAME.docs.jsonl, NAME.queries.jsonl and NAME.meta.json in it.`,
    );
    return;
  }
  const measured = sets.map((set) => ({ set, ...measureSet(set) }));
  printQuality(measured);
  printGoals(measured);
  const largest = sets.toSorted((a, b) => textLength(b) - textLength(a))[0];
  if (largest) printSpeed(largest, measureSpeed(largest, languageOf(largest.language)));
}

interface Measured {
  set: FaqSet;
  asWritten: Quality;
  unaccented: Quality;
  mistyped: Quality;
  unfinished: Quality;
}

function measureSet({ language, articles, questions }: FaqSet) {
  const index = createIndex(languageOf(language));
  for (const article of articles) index.put({ ...article, audience: 1 });
  const chance = seededChance(1);
  return {
    asWritten: measureQuality(index, questions),
    unaccented: measureQuality(index, questions, withoutAccents),
    mistyped: measureQuality(index, questions, (text) => withTypingError(text, chance)),
    unfinished: measureQuality(index, questions, beginningOf, true),
  };
}

/** Ours for the languages that the product speaks; for others a stemmer from elsewhere, where there is one. */
function languageOf(code: string): Language {
  if (code === 'es') return spanish;
  if (code === 'en') return english;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(code)?.toLowerCase() ?? '';
  return algorithms().includes(name) ? { ...plainLanguage, stem: newStemmer(name).stem } : plainLanguage;
}

function printQuality(measured: Measured[]): void {
  const columns = [
    'MRR@10',
    'R@1',
    'R@3',
    'nDCG@10',
    'no accents',
    'one error',
    '60 % typed',
    'card: right',
    'list: right',
  ];
  print(row('set', ['articles', 'questions', ...columns]));
  for (const { set, asWritten, unaccented, mistyped, unfinished } of measured) {
    const { mrr, first, firstThree, ndcg, cardShare, cardRight, listShare, listRight } = asWritten;
    print(
      row(set.name, [
        `${set.articles.length}`,
        `${set.questions.length}`,
        ...[mrr, first, firstThree, ndcg, unaccented.mrr, mistyped.mrr, unfinished.mrr].map(decimal),
        `${percent(cardShare)}: ${percent(cardRight)}`,
        `${percent(listShare)}: ${percent(listRight)}`,
      ]),
    );
  }
}

function printGoals(measured: Measured[]): void {
  print('');
  print(row('goal', ['measured', 'at least', 'aim', '']));
  for (const { set, asWritten, unaccented, mistyped } of measured) {
    const goal = goals[set.name];
    if (goal) {
      const name = `${set.name} ${goal.measure === 'mrr' ? 'MRR@10' : 'R@1'}`;
      printGoal(name, asWritten[goal.measure], goal, (value, wanted) => value >= wanted);
    }
    printGoal(`${set.name} lost, no accents`, asWritten.mrr - unaccented.mrr, mostLostToAccents, isAtMost);
    printGoal(`${set.name} lost, one error`, asWritten.mrr - mistyped.mrr, mostLostToErrors, isAtMost);
  }
}

function printSpeed(set: FaqSet, speed: ReturnType<typeof measureSpeed>): void {
  const { articleCount, buildMs, editMs, finished, unfinished } = speed;
  const times = ({ p50, p95, longest }: Speed) => [p50, p95, longest].map((ms) => `${ms.toFixed(2)} ms`);
  print('');
  print(row(`${articleCount} articles of ${set.name}`, ['p50', 'p95', 'longest']));
  print(row('whole questions', times(finished)));
  print(row('while typing', times(unfinished)));
  printGoal('p95, whole questions (ms)', finished.p95, slowestP95Ms, isAtMost);
  printGoal('p95, while typing (ms)', unfinished.p95, slowestP95Ms, isAtMost);
  print(`built in ${(buildMs / 1000).toFixed(1)} s; one edit takes ${editMs.toFixed(2)} ms`);
}

function printGoal(
  name: string,
  value: number,
  { atLeast, aim }: { atLeast: number; aim: number },
  isReached: (value: number, wanted: number) => boolean,
): void {
  const verdict = isReached(value, aim) ? 'aim reached' : isReached(value, atLeast) ? 'reached' : 'NOT REACHED';
  print(row(name, [decimal(value), `${atLeast}`, `${aim}`, verdict]));
}

function isAtMost(value: number, wanted: number): boolean {
  return value <= wanted;
}

function textLength({ articles }: FaqSet): number {
  return articles.reduce((sum, { title, body }) => sum + title.length + body.length, 0);
}

function row(name: string, cells: string[]): string {
  return name.padEnd(32) + cells.map((cell) => cell.padStart(13)).join('');
}

function decimal(value: number): string {
  return value.toFixed(3);
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
