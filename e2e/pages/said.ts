/**
 * Which of these words stand in the text, as often and in the order in which they stand there. Equal to `words` itself
 * when each was said once and in order. No word may be part of another.
 */
export function said(text: string, words: readonly string[]): string[] {
  const places = words.flatMap((word) => placesOf(text, word).map((at) => ({ at, word })));
  return places.sort((a, b) => a.at - b.at).map(({ word }) => word);
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}
