import type { Embed, Options, PageApi } from '../embed.ts';
import { optionsOf } from './options.ts';

let boots = 0;

/** Nothing of this widget is on the page, after `destroy` or because of `data-defer`: calls wait for `boot`. */
export function whileAway(embed: Embed, verb: string, args: unknown[]): unknown {
  const api: PageApi | undefined = window.ventanilla;
  if (verb === 'destroy' || verb === 'begin' || !api) return;
  // It has come back since, and whoever calls holds on to what was there before.
  if (document.querySelector(embed.root.host.localName)) return Reflect.apply(api, undefined, [verb, ...args]);
  if (verb === 'boot') return boot(api, embed, args[0]);
  api.q ??= [];
  const { q } = api;
  return new Promise((settle) => q.push([settle, verb, ...args]));
}

/** The loader once more, as a module: nothing of what was before is in it. It carries out the calls that waited. */
async function boot(api: PageApi, { script: { src, dataset } }: Embed, asked: unknown): Promise<void> {
  const options: Options = { ...dataset, ...optionsOf(asked) };
  delete options.defer;
  api.tag = { src, dataset: known(options) };
  boots += 1;
  await import(/* @vite-ignore */ `${src}#${boots}`);
}

/** The loader asks whether an option is there at all. */
function known(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
