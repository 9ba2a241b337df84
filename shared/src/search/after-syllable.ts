/** Snowball's R1 and R2: where the region begins that follows the first `syllable` (a vowel and a consonant) after `from`. */
export function afterSyllable(word: string, from: number, syllable: RegExp): number {
  const at = word.slice(from).search(syllable);
  return at < 0 ? word.length : from + at + 2;
}
