import { wordsOf } from '@ventanilla/shared/search/words';

const maxLength = 100;
const fewestLetters = 3;

/**
 * KB3. What is kept of a question that no article answers: its words, folded so that spellings are counted together,
 * without what could name a person: addresses, links, numbers. '' when too little is left to learn from.
 */
export function missText(query: string): string {
  const words = query.split(/\s+/).filter((word) => !/[@/=]|\d{3}|^\W*\d[\d.,:-]*\W*$/.test(word));
  const kept = wordsOf(words.join(' ')).map(({ folded }) => folded);
  const text = kept.join(' ').slice(0, maxLength).trim();
  return (text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters ? '' : text;
}
