/** What the index must know of a language; every word it is given is folded (lower case, no accents). */
export interface Language {
  /** The stem of one folded word: pure, never longer than a bounded amount of work for a bounded word. */
  stem(word: string): string;
  /** Folded words that say little on their own. They count less and are never removed. */
  stopWords: ReadonlySet<string>;
}

/** Makes the set of a language's stop words from one line of text. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** For a language without a stemmer: its words as they are. */
export const plainLanguage: Language = { stem: (word) => word, stopWords: new Set() };
