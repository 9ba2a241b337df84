import type { Options } from '../embed.ts';

const texts = ['position', 'colorScheme', 'accent', 'zIndex'] as const;

/** What a script gives to `boot`, as a tag would carry it; undefined takes an option of the tag away. */
export function optionsOf(asked: unknown): Options {
  const given = Object(asked) as Record<string, unknown>;
  const options: Options = {};
  for (const name of texts) if (given[name] !== undefined) options[name] = String(given[name]);
  if (given.locale !== undefined) options.locale = String(given.locale).slice(0, 2);
  if (given.hideLauncher === true) options.hideLauncher = '';
  if (given.hideLauncher === false) Object.assign(options, { hideLauncher: undefined });
  return options;
}
