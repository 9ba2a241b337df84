import { afterSyllable } from './after-syllable.ts';
import { type Language, wordSet } from './language.ts';

const exceptions = pairs(
  'skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl',
);
const unchanging = /^(?:..?|sky|news|howe|atlas|cosmos|bias|andes)$/;
const unchangingBase = /^(?:(?:inn|out|cann|herr|earr)ing|(?:proc|exc|succ)eed)$/;
const step2 = pairs(
  'ational:ate tional:tion enci:ence anci:ance abli:able entli:ent ization:ize izer:ize ation:ate ator:ate alism:al aliti:al ' +
    'alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble fulli:ful lessli:less ogi:og li:',
);
const step3 = pairs('ational:ate tional:tion alize:al icate:ic iciti:ic ical:ic ful: ness: ative:');
const step4 = /(?:al|[ae]nce|er|ic|[ai]ble|ant|(?:e?m)?ent|ism|ate|iti|ous|ive|ize|ion)$/;
const shortEnd = /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/;

function pairs(text: string): [string, string][] {
  return text.split(' ').map((pair) => {
    const [ending = '', replacement = ''] = pair.split(':');
    return [ending, replacement];
  });
}
const syllable = /[aeiouy][^aeiouy]/;

/** The Snowball algorithm for English, "Porter 2" (snowballstem.org/algorithms/english); a folded word has no apostrophe. */
function stem(word: string): string {
  const exception = exceptions.find(([whole]) => whole === word);
  if (exception || unchanging.test(word)) return exception?.[1] ?? word;
  const marked = word.replace(/(^|[aeiouy])y/g, '$1Y');
  const r1 = /^(?:gener|commun|arsen)/.exec(marked)?.[0].length ?? afterSyllable(marked, 0, syllable);
  const r2 = afterSyllable(marked, r1, syllable);
  const singular = withoutPlural(marked);
  if (unchangingBase.test(singular)) return singular;
  const base = withoutPast(singular, r1).replace(/(.[^aeiouy])[yY]$/, '$1i');
  const simpler = swapped(step3, swapped(step2, base, r1, r2), r1, r2);
  return withoutLastLetter(withoutSuffix(simpler, r2), r1, r2).toLowerCase();
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  const rest = word.slice(0, -1);
  return /[^us]s$/.test(word) && /[aeiouy]./.test(rest) ? rest : word;
}

function withoutPast(word: string, r1: number): string {
  const match = /(?:(eed)|ed|ing)(?:ly)?$/.exec(word);
  if (!match) return word;
  if (match[1]) return match.index < r1 ? word : word.slice(0, match.index + 2);
  const rest = word.slice(0, match.index);
  if (!/[aeiouy]/.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/([bdfgmnprt])\1$/.test(rest)) return rest.slice(0, -1);
  return shortEnd.test(rest) && r1 >= rest.length ? `${rest}e` : rest;
}

function swapped(swaps: [string, string][], word: string, r1: number, r2: number): string {
  const [ending, replacement] = swaps.find(([suffix]) => word.endsWith(suffix)) ?? ['', ''];
  const rest = word.slice(0, word.length - ending.length);
  const isOutside = rest.length < (ending === 'ative' ? r2 : r1);
  if (isOutside || (ending === 'ogi' && !rest.endsWith('l')) || (ending === 'li' && !/[cdeghkmnrt]$/.test(rest)))
    return word;
  return rest + replacement;
}

function withoutSuffix(word: string, r2: number): string {
  const at = word.search(step4);
  return at < r2 || /[^st]ion$/.test(word) ? word : word.slice(0, at);
}

function withoutLastLetter(word: string, r1: number, r2: number): string {
  const rest = word.slice(0, -1);
  if (word.endsWith('ll')) return rest.length < r2 ? word : rest;
  const isCut = word.endsWith('e') && (rest.length >= r2 || (rest.length >= r1 && !shortEnd.test(rest)));
  return isCut ? rest : word;
}

export const english: Language = {
  stem,
  stopWords: wordSet(
    'a about all also am an and any are as at be because been being but by can could d did do does doing don for from get got had ' +
      'has have having he her here him his how i if in into is it its just ll m may me might more most my no not of on or other ' +
      'our out over own re s she should so some such t than that the their them then there these they this those to too us ve ' +
      'very was we were what when where which while who why will with would you your',
  ),
};
