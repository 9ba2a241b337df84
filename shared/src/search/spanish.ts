import { afterSyllable } from './after-syllable.ts';
import { type Language, wordSet } from './language.ts';

const standardEndings: [ending: RegExp, replacement: string, before?: RegExp][] = [
  [/(?:[ai]miento|anza|ic[ao]|ismo|[ai]ble|ista|os[ao])s?$/, ''],
  [/(?:ador(?:es|as?)?|acion(?:es)?|antes?|ancias?)$/, '', /ic$/],
  [/logias?$/, 'log'],
  [/ucion(?:es)?$/, 'u'],
  [/encias?$/, 'ente'],
  [/amente$/, '', /(?:iv|os|ic|ad)$/],
  [/mente$/, '', /(?:ante|[ai]ble)$/],
  [/idad(?:es)?$/, '', /(?:abil|ic|iv)$/],
  [/iv[ao]s?$/, '', /at$/],
];
const verbEnding =
  /(?:(?:a|ie)(?:(?:ra|se)(?:n|s|is|mos)?|ron|ndo)|aba(?:n|s|is|mos)?|[ai](?:d[ao]s?|ste(?:is)?|mos)|[aei](?:d|r(?:emos|eis)?)|a(?:[ns]|is)|(e(?:n|s|is|mos)))$/;
const syllable = /[aeiou][^aeiou]/;

/**
 * The Snowball algorithm for Spanish (snowballstem.org/algorithms/spanish) for words without accents. Accented endings are
 * matched without theirs, but for -ía, -ió and the like, which would then cut nouns and adjectives (servicio, bancaria).
 */
function stem(word: string): string {
  const r1 = afterSyllable(word, 0, syllable);
  const r2 = afterSyllable(word, r1, syllable);
  const rv = /^(?:.[^aeiou].*?[aeiou]|[aeiou]{2}.*?[^aeiou]|[^aeiou][aeiou].)/.exec(word)?.[0].length ?? word.length;
  const bare = withoutPronoun(word, rv);
  const standard = withoutStandardEnding(bare, r1, r2);
  // Where Snowball keeps `luz` and `luces` apart, we do not.
  return withoutLastVowel(standard === bare ? withoutVerbEnding(bare, rv) : standard, rv).replace(/z$/, 'c');
}

/** `ending` cut off where it lies in the region that begins at `from`. */
function without(ending: RegExp, word: string, from: number): string {
  const at = word.search(ending);
  return at < from ? word : word.slice(0, at);
}

function withoutPronoun(word: string, rv: number): string {
  const match = /(ando|iendo|uyendo|[aei]r)(?:sel[ao]s?|l[aeo]s?|[ms]e|nos)$/.exec(word);
  const verb = match?.[1] ?? '';
  if (!match || match.index + Number(verb === 'uyendo') < rv) return word;
  return word.slice(0, match.index + verb.length);
}

function withoutStandardEnding(word: string, r1: number, r2: number): string {
  for (const [ending, replacement, before] of standardEndings) {
    const at = word.search(ending);
    if (at < 0) continue;
    const isAdverb = word.startsWith('amente', at);
    if (at < (isAdverb ? r1 : r2)) return word;
    const rest = word.slice(0, at) + replacement;
    const shorter = before ? without(before, rest, r2) : rest;
    return isAdverb && shorter !== rest && rest.endsWith('iv') ? without(/at$/, shorter, r2) : shorter;
  }
  return word;
}

function withoutVerbEnding(word: string, rv: number): string {
  const afterU = word.search(/uy(?:[ae][ns]?|o|eron|endo|ais|amos)$/) + 1;
  if (afterU >= Math.max(rv, 1)) return word.slice(0, afterU);
  const match = verbEnding.exec(word.slice(rv));
  if (!match) return word;
  const rest = word.slice(0, rv + match.index);
  return match[1] ? rest.replace(/gu$/, 'g') : rest;
}

function withoutLastVowel(word: string, rv: number): string {
  const rest = without(/(?:os|[aeo])$/, word, rv);
  return word.endsWith('e') && rest !== word && rest.length > rv ? rest.replace(/gu$/, 'g') : rest;
}

export const spanish: Language = {
  stem,
  stopWords: wordSet(
    'a al algo algun alguna algunas alguno algunos ante aqui asi aun aunque cada como con contra cual cuales cualquier cuando cuanta ' +
      'cuantas cuanto cuantos de debe debo del desde donde dos e el ella ellas ellos en entre era es esa esas ese eso esos esta ' +
      'estan estar estas este esto estos estoy fue ha hace hacer hago han hasta hay he la las le les lo los mas me mi mis mucho ' +
      'muy nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por porque puede ' +
      'pueden puedes puedo que quien quienes quiere quiero se sea ser si sin sobre son soy su sus tambien tan te tener tengo ' +
      'tiene tienen tienes todo todos tu tus u un una unas uno unos usted ustedes va vuestra vuestro y ya yo',
  ),
};
