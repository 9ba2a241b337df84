import { enlarged } from './dictionary.ts';

/** What a typed word may stand for: terms, and how much each counts (1: it is the word itself). Never empty. */
export type Meaning = Map<string, number>;

/** How often a term stands in the title, in the phrasings and in the body. */
export type FieldCounts = [title: number, phrasings: number, body: number];

/** Begins the term of a stop word. */
const softMark = '*';
/** What stop words count for in a title or a phrasing, and in a body. */
const softInTitle = 0.5;
const softInBody = 0.2;

/** BM25F, in the order of `FieldCounts`. */
const fields = [
  { weight: 2, b: 0.5 },
  { weight: 1.5, b: 0.5 },
  { weight: 1, b: 0.75 },
];
const k1 = 1.2;

interface Posting {
  term: string;
  size: number;
  /** The articles that have the term, in no order, and beside each its packed `FieldCounts`. */
  places: Uint32Array;
  counts: Uint32Array;
}

interface ArticleTerms {
  postings: Posting[];
  lengths: number[];
}

/** By place. */
export interface Scores {
  /** BM25F. */
  byWords: Float64Array;
  /** The same and what the meanings weigh that stand in the title or a phrasing: how near one of these may be at best. */
  promises: Float64Array;
}

export function softTerm(stem: string): string {
  return softMark + stem;
}

export function isSoft(term: string): boolean {
  return term.startsWith(softMark);
}

/** How much it tells that something has what `count` of `total` have: BM25's inverse document frequency, above 0. */
export function rarity(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** What a term weighs in a question. */
export function weightOf(term: string, count: number, total: number): number {
  return rarity(count, total) * (isSoft(term) ? softInTitle : 1);
}

/** The terms of all articles, scored by BM25F (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"). */
export class Terms {
  readonly #postings = new Map<string, Posting>();
  readonly #articles: (ArticleTerms | undefined)[] = [];
  readonly #totals = [0, 0, 0];
  #size = 0;
  /** Three numbers by place: what one occurrence in each field is worth there. An edit moves the average length, so all. */
  #worths: Float64Array | undefined;

  has(term: string): boolean {
    return this.#postings.has(term);
  }

  add(place: number, terms: Map<string, FieldCounts>): void {
    const lengths = [0, 0, 0];
    const postings: Posting[] = [];
    for (const [term, counts] of terms) {
      postings.push(this.#post(term, place, counts));
      for (const [f, count] of counts.entries()) lengths[f] = (lengths[f] ?? 0) + count;
    }
    this.#articles[place] = { postings, lengths };
    this.#count(lengths, 1);
  }

  remove(place: number): void {
    const { postings = [], lengths = [] } = this.#articles[place] ?? {};
    for (const posting of postings) this.#withdraw(posting, place);
    this.#articles[place] = undefined;
    this.#count(lengths, -1);
  }

  /** What the articles score, and what all meanings weigh together. Of the terms of one meaning the best one counts. */
  score(meanings: Meaning[]): { scores: Scores; weight: number } {
    const scores = this.#noScores();
    let weight = 0;
    for (const meaning of meanings) {
      const isAmbiguous = meaning.size > 1;
      const best = isAmbiguous ? this.#noScores() : scores;
      let heaviest = 0;
      for (const [term, factor] of meaning) {
        const posting = this.#postings.get(term);
        heaviest = Math.max(heaviest, factor * weightOf(term, posting?.size ?? 0, this.#size));
        if (posting) this.#scorePosting(posting, factor, best, isAmbiguous);
      }
      if (isAmbiguous) {
        addTo(scores.byWords, best.byWords);
        addTo(scores.promises, best.promises);
      }
      weight += heaviest;
    }
    return { scores, weight };
  }

  #scorePosting({ term, size, places, counts }: Posting, factor: number, into: Scores, isBest: boolean): void {
    const { byWords, promises } = into;
    const inTitle = isSoft(term) ? softInTitle : 1;
    const inBody = isSoft(term) ? softInBody : 1;
    const most = factor * rarity(size, this.#size);
    const worths = this.#worthsByPlace();
    for (let i = 0; i < size; i++) {
      const place = places[i] ?? 0;
      const count = counts[i] ?? 0;
      let frequency = inBody * (count & 0xffff) * (worths[3 * place + 2] ?? 0);
      let hint = 0;
      if (count > 0xffff) {
        frequency += inTitle * (count >>> 24) * (worths[3 * place] ?? 0);
        frequency += inTitle * ((count >>> 16) & 0xff) * (worths[3 * place + 1] ?? 0);
        hint = most * inTitle;
      }
      const score = (most * frequency) / (k1 + frequency);
      const before = byWords[place] ?? 0;
      const promised = promises[place] ?? 0;
      byWords[place] = isBest ? Math.max(before, score) : before + score;
      promises[place] = isBest ? Math.max(promised, score + hint) : promised + score + hint;
    }
  }

  #noScores(): Scores {
    const size = this.#articles.length;
    return { byWords: new Float64Array(size), promises: new Float64Array(size) };
  }

  #worthsByPlace(): Float64Array {
    this.#worths ??= Float64Array.from({ length: 3 * this.#articles.length }, (_, i) => {
      const f = i % 3;
      const { weight = 0, b = 0 } = fields[f] ?? {};
      const average = (this.#totals[f] ?? 0) / this.#size || 1;
      return weight / (1 - b + (b * (this.#articles[(i - f) / 3]?.lengths[f] ?? 0)) / average);
    });
    return this.#worths;
  }

  #post(term: string, place: number, [title, phrasings, body]: FieldCounts): Posting {
    const posting = this.#postings.get(term) ?? {
      term,
      size: 0,
      places: new Uint32Array(2),
      counts: new Uint32Array(2),
    };
    this.#postings.set(term, posting);
    if (posting.size === posting.places.length) {
      posting.places = enlarged(posting.places);
      posting.counts = enlarged(posting.counts);
    }
    posting.places[posting.size] = place;
    posting.counts[posting.size] =
      (Math.min(title, 0xff) << 24) | (Math.min(phrasings, 0xff) << 16) | Math.min(body, 0xffff);
    posting.size++;
    return posting;
  }

  #withdraw(posting: Posting, place: number): void {
    const { term, places, counts } = posting;
    const at = places.indexOf(place);
    posting.size--;
    places[at] = places[posting.size] ?? 0;
    counts[at] = counts[posting.size] ?? 0;
    if (posting.size === 0) this.#postings.delete(term);
  }

  #count(lengths: number[], sign: 1 | -1): void {
    for (const [f, length] of lengths.entries()) this.#totals[f] = (this.#totals[f] ?? 0) + sign * length;
    this.#size += sign;
    this.#worths = undefined;
  }
}

function addTo(sums: Float64Array, numbers: Float64Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (numbers[i] ?? 0);
}
