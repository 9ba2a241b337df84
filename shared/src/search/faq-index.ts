import { Best } from './best.ts';
import type { Language } from './language.ts';
import { Likeness, type Line } from './likeness.ts';
import { type FieldCounts, isSoft, type Meaning, type Scores, softTerm, Terms } from './terms.ts';
import { Vocabulary } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

export interface Article {
  id: string;
  title: string;
  /** Other ways in which people ask this. */
  phrasings: string[];
  body: string;
  /** KB1. A bit for each kind of reader who may see it. */
  audience: number;
}

export interface SearchOptions {
  /** KB1. The reader's bits: what shares none of them is not found. */
  audience: number;
  limit: number;
  /** The last word is still being typed. */
  isUnfinished: boolean;
}

export interface Hit {
  id: string;
  /** Higher is better; comparable within one answer only. */
  score: number;
  /** `card`: probably the answer, shown alone. `list`: one of three to choose from. `none`: not to be offered. */
  confidence: 'card' | 'list' | 'none';
  /** Where the title has what was searched, in UTF-16 code units. */
  ranges: Range[];
}

export interface Range {
  start: number;
  end: number;
}

/** The articles of one site in one language, in memory. */
export interface FaqIndex {
  /** Adds the article, or puts it in the place of the one with its id. */
  put(article: Article): void;
  remove(id: string): void;
  /** The best hits first. Of a question its last 500 characters and 32 different words count. */
  search(question: string, options: SearchOptions): Hit[];
}

const cardLikeness = 0.7;
const listLikeness = 0.35;
const questionLength = 500;
const questionWords = 32;
/** So many unknown words are taken for typing errors. */
const forgivenWords = 8;
const guessFactor = 0.8;
/** So many articles, the most promising by words, are compared line by line. */
const mostCompared = 100;

interface Entry {
  id: string;
  title: string;
  audience: number;
  words: number[];
  stems: number[];
  lines: Line[];
}

/** An empty index; it searches as told in `Terms` (by words) and `Likeness` (by whole questions), KB2. */
export function createIndex(language: Language): FaqIndex {
  const places = new Map<string, number>();
  const free: number[] = [];
  const entries: (Entry | undefined)[] = [];
  const terms = new Terms();
  const likeness = new Likeness();
  const words = new Vocabulary();
  const stems = new Vocabulary();

  function termOf(word: string): string {
    const stem = language.stem(word);
    return language.stopWords.has(word) ? softTerm(stem) : stem;
  }

  function put(article: Article): void {
    remove(article.id);
    const place = free.pop() ?? entries.length;
    const { id, title, audience } = article;
    const byWord = countWords(article);
    const byTerm = new Map<string, FieldCounts>();
    for (const [word, counts] of byWord) {
      const term = termOf(word);
      const sums = byTerm.get(term);
      byTerm.set(term, sums ? [sums[0] + counts[0], sums[1] + counts[1], sums[2] + counts[2]] : counts);
    }
    terms.add(place, byTerm);
    places.set(id, place);
    entries[place] = {
      id,
      title,
      audience,
      words: Array.from(byWord.keys(), (word) => words.add(word)),
      stems: Array.from(byTerm.keys(), (term) => stems.add(term)),
      lines: [title, ...article.phrasings].map((text) => {
        const line = wordsOf(text).map(({ folded }) => folded);
        return likeness.add(line, line.map(termOf));
      }),
    };
  }

  function remove(id: string): void {
    const place = places.get(id);
    const entry = place === undefined ? undefined : entries[place];
    if (place === undefined || !entry) return;
    terms.remove(place);
    for (const number of entry.words) words.remove(number);
    for (const number of entry.stems) stems.remove(number);
    for (const line of entry.lines) likeness.remove(line);
    places.delete(id);
    entries[place] = undefined;
    free.push(place);
  }

  /** What each word may stand for: itself, what it begins, or (when it is unknown) what it is a typing error of. */
  function meaningsOf(asked: string[], isUnfinished: boolean): Meaning[] {
    let forgiven = 0;
    return asked.map((word, i) => {
      const term = termOf(word);
      const meaning: Meaning = new Map();
      const guess = (other: string, factor: number) => meaning.set(other, Math.max(factor, meaning.get(other) ?? 0));
      if (terms.has(term)) guess(term, 1);
      if (isUnfinished && i === asked.length - 1) {
        for (const whole of words.completions(word)) guess(termOf(whole), guessFactor);
      }
      if (meaning.size === 0 && !language.stopWords.has(word) && forgiven++ < forgivenWords) {
        for (const { text, distance } of words.neighbours(word)) guess(termOf(text), guessFactor / distance);
        for (const { text, distance } of stems.neighbours(term)) guess(text, guessFactor / distance);
      }
      return meaning.size === 0 ? meaning.set(term, 1) : meaning;
    });
  }

  /** The places of all that may be read, if few or if no word is known; else of the most promising. */
  function placesToCompare(meanings: Meaning[], { promises }: Scores, audience: number): number[] {
    const isReadable = (place: number) => ((entries[place]?.audience ?? 0) & audience) !== 0;
    const isKnown = meanings.some((meaning) => [...meaning.keys()].some((term) => terms.has(term)));
    if (!isKnown || places.size <= mostCompared) return [...places.values()].filter(isReadable);
    const best = new Best<number>(mostCompared, byScore(promises));
    for (let place = 0; place < promises.length; place++) {
      if ((promises[place] ?? 0) > 0 && isReadable(place)) best.offer(place);
    }
    return best.items;
  }

  /** Articles with the same score stand by id, so that their order never depends on when they were put. */
  function byScore(scores: Float64Array): (a: number, b: number) => boolean {
    return (a, b) => {
      const more = (scores[a] ?? 0) - (scores[b] ?? 0);
      return more > 0 || (more === 0 && (entries[a]?.id ?? '') < (entries[b]?.id ?? ''));
    };
  }

  function search(question: string, { audience, limit, isUnfinished }: SearchOptions): Hit[] {
    const { asked, isOpen } = readQuestion(question);
    const meanings = meaningsOf(asked, isUnfinished && isOpen);
    const { scores: scoresByWords, weight } = terms.score(meanings);
    const likenessOf = likeness.to(asked, meanings);
    const scores = scoresByWords.byWords;
    const likenesses = new Float64Array(scores.length);
    const best = new Best<number>(limit, byScore(scores));
    for (const place of placesToCompare(meanings, scoresByWords, audience)) {
      const nearest = Math.max(0, ...(entries[place]?.lines ?? []).map(likenessOf));
      const score = (scores[place] ?? 0) + weight * nearest;
      likenesses[place] = nearest;
      scores[place] = score;
      if (score > 0) best.offer(place);
    }
    // A word that says little on its own is nothing to look at, either.
    const wanted = new Set(meanings.flatMap((meaning) => [...meaning.keys()].filter((term) => !isSoft(term))));
    return best.items.map((place) => {
      const { id = '', title = '' } = entries[place] ?? {};
      return {
        id,
        score: scores[place] ?? 0,
        confidence: confidenceOf(likenesses[place] ?? 0),
        ranges: rangesOf(wordsOf(title).filter(({ folded }) => wanted.has(termOf(folded)))),
      };
    });
  }

  return { put, remove, search };
}

/** The different words at the end of a question, in order, and whether the last of them touches the end. */
function readQuestion(question: string): { asked: string[]; isOpen: boolean } {
  const text = question.slice(-questionLength);
  const words = wordsOf(text).reverse();
  const asked = [...new Set(words.map(({ folded }) => folded))].slice(0, questionWords).reverse();
  return { asked, isOpen: words[0]?.end === text.length };
}

function countWords({ title, phrasings, body }: Article): Map<string, FieldCounts> {
  const counts = new Map<string, FieldCounts>();
  for (const [field, texts] of [[title], phrasings, [body]].entries()) {
    for (const { folded } of texts.flatMap(wordsOf)) {
      const known = counts.get(folded) ?? [0, 0, 0];
      known[field] = (known[field] ?? 0) + 1;
      counts.set(folded, known);
    }
  }
  return counts;
}

function confidenceOf(likeness: number): Hit['confidence'] {
  if (likeness >= cardLikeness) return 'card';
  return likeness >= listLikeness ? 'list' : 'none';
}

/** Overlapping words become one range. */
function rangesOf(words: Word[]): Range[] {
  const ranges: Range[] = [];
  for (const { start, end } of words) {
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges;
}
