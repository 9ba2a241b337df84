const [rightMark, override, pop] = ['\u200f', '\u202e', '\u202c'];

/**
 * The words as the pseudo-locale ar-XB has them: each set between marks that make a browser write it from right to left,
 * vowels doubled, which makes a sentence about two fifths longer. Slots stay as they are.
 */
export function turnedAround<T>(texts: T): T {
  const entries = Object.entries(texts as Record<string, unknown>).map(([key, value]) => {
    if (key === 'direction') return [key, 'rtl'];
    return [key, typeof value === 'string' ? turnedSentence(value) : turnedAround(value)];
  });
  return Object.fromEntries(entries) as T;
}

function turnedSentence(sentence: string): string {
  return sentence.replace(/\{\w+\}|[^\s{}]+/g, (word) =>
    word.startsWith('{') ? word : `${rightMark}${override}${word.replace(/[aeiou]/gi, '$&$&')}${pop}${rightMark}`,
  );
}
