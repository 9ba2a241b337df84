import type { Options } from '../embed.ts';
import { wordsOf } from './words-of.ts';

const texts = ['position', 'colorScheme', 'accent', 'zIndex'] as const;

/** Of a language with a country, the language. */
export function languageOf(given: unknown): string {
  return wordsOf(given).slice(0, 2);
}

/** What a script gives to `boot`, as a tag would carry it; undefined takes an option of the tag away. */
export function optionsOf(asked: unknown): Options {
  const given = Object(asked) as Record<string, unknown>;
  const options: Options = {};
  for (const name of texts)
    if (given[name] != null)
      options[name] = typeof given[name] === 'number' ? String(given[name]) : wordsOf(given[name]);
  if (given.locale != null) options.locale = languageOf(given.locale);
  if (given.hideLauncher === true) options.hideLauncher = '';
  if (given.hideLauncher === false) Object.assign(options, { hideLauncher: undefined });
  return options;
}
