/** A word of a text: where it stands in the text as it was written (UTF-16 offsets) and its folded form. */
export interface Word {
  start: number;
  end: number;
  folded: string;
}

/** What stands beyond this in one word is not looked at. */
const wordLength = 40;
const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts without spaces between words. */
const unspacedPattern =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}ー][\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}ー\p{M}]*/gu;

/** Lower case without accents and other marks: what two spellings of a word have in common (KB2). */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return /^[ -~]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** The words of a text in their order; in scripts without spaces, each pair of neighbouring characters is one. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const push = (written: string, start: number) => {
    const folded = fold(written.slice(0, wordLength));
    if (folded !== '') words.push({ start, end: start + written.length, folded });
  };
  const isSpaced = text.search(unspacedPattern) < 0;
  for (const { 0: word, index: start } of text.matchAll(wordPattern)) {
    let at = 0;
    for (const { 0: run, index } of isSpaced ? [] : word.matchAll(unspacedPattern)) {
      push(word.slice(at, index), start + at);
      for (const [pair, pairAt] of pairsOf(run)) push(pair, start + index + pairAt);
      at = index + run.length;
    }
    push(word.slice(at), start + at);
  }
  return words;
}

/** Each character (with its marks) and its neighbour, and where they begin; a character that stands alone is itself. */
function pairsOf(run: string): [pair: string, at: number][] {
  const characters = Array.from(run.matchAll(/\P{M}\p{M}*/gu), ({ 0: text, index }) => ({ text, index }));
  const [first] = characters;
  if (characters.length === 1 && first) return [[first.text, first.index]];
  return characters.slice(1).map(({ text, index }, before) => {
    const { text: left = '', index: at = index } = characters[before] ?? {};
    return [left + text, at];
  });
}
