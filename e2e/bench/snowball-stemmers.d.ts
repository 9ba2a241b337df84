declare module 'snowball-stemmers' {
  /** The languages, in English and in small letters. */
  export function algorithms(): string[];
  export function newStemmer(language: string): { stem(word: string): string };
}
