import type { Embed } from '../embed.ts';
import type { Verbs } from '../npm/types.ts';
import type { Panel } from '../panel/panel.ts';
import { setAccent } from './accent.ts';
import { whileAway } from './away.ts';
import { begin } from './begin.ts';
import { CallError } from './call-error.ts';
import { giveFocusBack } from './give-back.ts';
import { identify } from './identify.ts';
import { listen } from './listen.ts';
import { nameLauncher } from './name-launcher.ts';
import { languageOf } from './options.ts';
import { showTicket } from './show-ticket.ts';
import { shutdown } from './shutdown.ts';
import { newMessage, search } from './suggest.ts';
import { lift } from './under-dialog.ts';
import { wordsOf } from './words-of.ts';

type GetPanel = () => Promise<Panel>;
type Verb = (embed: Embed, panel: GetPanel, ...args: never[]) => unknown;

const none = () => [];

function oneOf(...allowed: string[]) {
  return (given: unknown) => {
    if (!allowed.includes(given as string)) throw new CallError('invalid', `this takes ${allowed.join(', ')}`);
    return [given];
  };
}

/** `en-GB` is English, as on the tag. */
const language = (given: unknown) => oneOf('es', 'en')(languageOf(given));

/** What each takes of its argument. */
const ofPanel = {
  open: none,
  close: none,
  toggle: none,
  showArticle: (given) => [wordsOf(given)],
  setLocale: language,
  setColorScheme: oneOf('auto', 'light', 'dark'),
} satisfies Record<Exclude<keyof Panel, 'forget' | 'newMessage'>, (given: unknown) => unknown[]> &
  Partial<Record<keyof Verbs, unknown>>;

/** All others, but for `destroy`: the loader does that at once. */
const ofPage: Record<Exclude<keyof Verbs, keyof typeof ofPanel | 'destroy'> | 'begin', Verb> = {
  /** It is there already. */
  boot() {},
  on: (embed, _panel, event: string, listener: EventListener) => listen(embed, event, listener),
  show: (embed) => setHidden(embed, false),
  hide: (embed) => setHidden(embed, true),
  setAccent: (embed, _panel, accent: string) => setAccent(embed, accent),
  identify(embed, _panel, claims: { token?: unknown }) {
    embed.identity = identify(embed, claims);
    return embed.identity;
  },
  setAttributes: async (embed, _panel, given: unknown) => (await embed.load('attributes')).setAttributes(embed, given),
  newMessage,
  search,
  showTicket,
  shutdown,
  /** The loader's own call: nobody looks at its promise. */
  begin: (embed) => begin(embed).catch(warn),
};

/** `ventanilla(verb, ...args)`. Rejects with a `CallError`. */
export async function run(embed: Embed, panel: GetPanel, verb: string, args: unknown[]): Promise<unknown> {
  try {
    return await answer(embed, panel, verb, args);
  } catch (error) {
    if (Object(error).code) throw error;
    throw new CallError('unreachable', 'a part of the widget could not be loaded', { cause: error });
  }
}

async function answer(embed: Embed, panel: GetPanel, verb: unknown, args: unknown[]): Promise<unknown> {
  if (typeof verb !== 'string') throw unknown(typeof verb);
  if (!embed.root.host.isConnected) return whileAway(embed, verb, args);
  giveFocusBack(embed);
  if (Object.hasOwn(ofPage, verb)) return ofPage[verb as keyof typeof ofPage](embed, panel, ...(args as never[]));
  if (!Object.hasOwn(ofPanel, verb)) throw unknown(verb);
  const asked = verb as keyof typeof ofPanel;
  const given = ofPanel[asked](args[0]);
  const commands = await panel();
  await commands[asked](...(given as [never]));
  if (asked === 'setLocale') nameLauncher(embed);
}

function unknown(verb: string): CallError {
  const error = new CallError('unknown_verb', `there is no verb “${verb}”`);
  warn(error);
  return error;
}

/** Who writes the page sees it, even where nobody looks at the promise. */
function warn({ message }: Error): void {
  // biome-ignore lint/suspicious/noConsole: that is where they look.
  console.warn(message);
}

function setHidden({ root }: Embed, isHidden: boolean): void {
  const launcher = root.querySelector('button');
  if (launcher) launcher.hidden = isHidden;
}

/** The panel's own call: it opens while a modal dialog of the page is open. To be moved takes the focus away. */
export function rise(embed: Embed): void {
  lift(embed);
  if (document.activeElement?.matches(':read-write,select,iframe')) return;
  const isTouch = matchMedia('(pointer: coarse)').matches;
  embed.root.querySelector<HTMLElement>(isTouch ? '.panel' : '.panel .first')?.focus();
}
