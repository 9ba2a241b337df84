import type { Embed, Options } from '../embed.ts';
import { optionsOf } from './options.ts';

let boots = 0;

/** Nothing of the widget is on the page, after `destroy` or because of `data-defer`: calls wait for `boot`. */
export function whileAway(embed: Embed, verb: string, args: unknown[]): unknown {
  if (verb === 'boot') return boot(embed, args[0]);
  if (verb === 'destroy' || verb === 'begin') return;
  const api = window.ventanilla;
  if (!api) return;
  api.q ??= [];
  const { q } = api;
  return new Promise((settle) => q.push([settle, verb, ...args]));
}

/** The loader once more, as a module: nothing of what was before is in it. It carries out the calls that waited. */
async function boot({ script: { src, dataset } }: Embed, asked: unknown): Promise<void> {
  const options: Options = { ...dataset, ...optionsOf(asked) };
  delete options.defer;
  if (window.ventanilla) window.ventanilla.tag = { src, dataset: known(options) };
  boots += 1;
  await import(/* @vite-ignore */ `${src}#${boots}`);
}

/** The loader asks whether an option is there at all. */
function known(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
