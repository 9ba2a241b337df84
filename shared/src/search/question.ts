import { editDistance } from './edit-distance.ts';
import type { Language } from './language.ts';
import { wordsOf } from './words.ts';

/** What somebody asks, as its words are compared with those of an article; all of them are folded. */
export interface Question {
  /** Without those that say little on their own. */
  telling: readonly string[];
  /** The last word while it is still being typed, else ''. */
  beginning: string;
  language: Language;
}

export function readQuestion(query: string, isUnfinished: boolean, language: Language): Question {
  const words = wordsOf(query).map(({ folded }) => folded);
  const telling = words.filter((word) => !language.stopWords.has(word));
  return { telling, beginning: isUnfinished ? (words.at(-1) ?? '') : '', language };
}

/** Longer questions are compared by the index alone. */
const shortLength = 8;

/**
 * KB2. Does every telling word stand in one of these texts, in some form or with a typing error? A short question is like no
 * title in particular, and yet what holds it is worth offering in a list, whatever the index thinks of it.
 */
export function areAllIn(texts: readonly string[], question: Question): boolean {
  const { telling } = question;
  return telling.length > 0 && telling.length <= shortLength && telling.every(isWordOf(texts, question));
}

/** Has the question at least one telling word in common with these texts? Without one, what is near is so by chance. */
export function isAnyIn(texts: readonly string[], question: Question): boolean {
  return question.telling.some(isWordOf(texts, question));
}

function isWordOf(texts: readonly string[], { beginning, language }: Question): (asked: string) => boolean {
  const words = new Set(texts.flatMap((text) => wordsOf(text).map(({ folded }) => folded)));
  const stems = new Set([...words].map(language.stem));
  const isBegun = (asked: string, word: string) => asked === beginning && word.startsWith(asked);
  return (asked) =>
    stems.has(language.stem(asked)) || [...words].some((word) => isBegun(asked, word) || isAlike(asked, word));
}

/** One typing error, two in a long word. */
function isAlike(asked: string, word: string): boolean {
  if (asked.length < 4) return false;
  const most = asked.length < 8 ? 1 : 2;
  return editDistance(asked, word, most) <= most;
}
