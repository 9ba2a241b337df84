import type { TextRange } from '@ventanilla/shared/entities/article';
import type { Question } from '@ventanilla/shared/search/question';
import { wordsOf } from '@ventanilla/shared/search/words';

const excerptLength = 160;
/** Only the beginning of a long text is looked through, so that a hit costs the same whatever its length. */
export const lookedThrough = 1_000;

/**
 * The sentence with most of the words that were asked, and what follows it; the beginning when none has any. `alike`: words
 * of the article that are meant although they are spelt differently.
 */
export function excerptOf(
  text: string,
  { telling, beginning, language }: Question,
  alike: readonly string[] = [],
): { excerpt: string; ranges: TextRange[] } {
  const stems = new Set([...telling, ...alike].map(language.stem));
  const fits = (word: string) => stems.has(language.stem(word)) || (beginning !== '' && word.startsWith(beginning));
  const [best] = sentencesOf(text.slice(0, lookedThrough))
    .map(({ start, words }) => ({ start, count: new Set(words.filter(fits).map(language.stem)).size }))
    .sort((a, b) => b.count - a.count || a.start - b.start);
  const excerpt = cut(text.slice(best?.start ?? 0));
  const ranges = wordsOf(excerpt).flatMap(({ folded, start, end }) => (fits(folded) ? [{ start, end }] : []));
  return { excerpt, ranges };
}

function sentencesOf(text: string): { start: number; words: string[] }[] {
  return [...text.matchAll(/[^.!?\n]+[.!?]*\s*/g)].map(({ 0: sentence, index }) => ({
    start: index + sentence.search(/\S|$/),
    words: wordsOf(sentence).map(({ folded }) => folded),
  }));
}

/** One line, cut between words. */
function cut(text: string): string {
  const line = text.slice(0, excerptLength + 1).replaceAll('\n', ' ');
  if (line.length <= excerptLength) return line.trimEnd();
  const space = line.lastIndexOf(' ');
  return `${line.slice(0, space > excerptLength / 2 ? space : excerptLength - 1).trimEnd()}…`;
}
