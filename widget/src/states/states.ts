import { demoStates } from '@ventanilla/shared/demo-states';
import { accentTheme } from '@ventanilla/shared/theme/accent';
import { launcherPositions, locales } from '@ventanilla/shared/vocabulary';
import { loaderConfig } from '@ventanilla/shared/wire/embed';
import { now } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import type { Embed, LoadChunk } from '../embed.ts';
import { newClientId } from '../ids.ts';
import type { Model } from '../model/model.ts';
import { scenesOf, usualScene } from './scenes.ts';
import { createStory } from './story.ts';

/*
 * One state of the widget in a page of its own (`/demo/states?state=queue`): the panel that visitors load, chunk by chunk,
 * with a connection that knows what it is told here and a server that answers what belongs to the state. For looking.
 */

const query = new URLSearchParams(location.search);
const asked = <T extends string>(name: string, known: readonly T[], usual: T): T =>
  known.find((one) => one === query.get(name)) ?? usual;

const state = asked('state', demoStates, 'open');
const page = document.documentElement;
const locale = locales.find((one) => one === page.lang) ?? 'es';
const accent = /^#[0-9a-f]{6}$/.test(query.get('accent') ?? '') ? (query.get('accent') ?? '') : '#2b49b5';
const build = /states-(.*)\.js$/.exec(import.meta.url)?.[1] ?? '';
const scene = { ...usualScene, ...scenesOf(createStory(locale, now()), now())[state] };

const load: LoadChunk = (chunk: string) =>
  import(/* @vite-ignore */ new URL(`${chunk}-${build}.js`, import.meta.url).href);

Object.defineProperty(navigator, 'onLine', { value: scene.isOnline });

/** What the state's server says; everything else is a file of the real one. */
const answers: Record<string, unknown> = {
  'availability/check': scene.availability,
  'article/popular': { articles: [] },
};
const realFetch = window.fetch;
window.fetch = async (input, init) => {
  const command = /\/api\/v1\/([^?]*)/.exec(String(input))?.[1];
  return command === undefined ? realFetch(input, init) : Response.json({ ok: true, data: answers[command] });
};

/** Everything that is asked of it is granted, and nothing comes of it. */
function scripted(model: Model): Connection {
  return {
    model: () => model,
    subscribe: () => () => {},
    begin: newClientId,
    write: async () => {},
    request: async () => new Response(null, { status: 404 }),
    token: async () => '',
    retry: async () => {},
    discard: async () => {},
    type() {},
    wish: async () => true,
    watch() {},
    reach() {},
    reconnect() {},
    recall: async () => {},
    desk: () => undefined,
    end: async () => {},
  };
}

async function show(): Promise<void> {
  const host = document.createElement('ventanilla-widget');
  const root = host.attachShadow({ mode: 'open' });
  page.append(host);
  const settings = {
    key: 'demo',
    name: 'Alameda Fibra',
    locale,
    ...accentTheme(accent),
    position: asked('position', launcherPositions, 'end'),
    isOpen: scene.availability?.isOpen ?? true,
    hasIncident: Boolean(scene.availability?.incident),
    logo: '',
  };
  const embed: Embed = {
    config: loaderConfig(settings, { build }),
    script: {
      src: new URL('/w/demo.js', location.href).href,
      dataset: { colorScheme: page.dataset.scheme ?? 'auto' },
    },
    locale,
    root,
    load,
    connection: Promise.resolve(scripted(scene.model)),
  };
  const [{ mount }, { texts }] = await Promise.all([load('panel'), load(locale)]);
  const panel = mount(embed, texts);
  panel.open();
  if (scene.screen.name !== 'home') embed.go?.(scene.screen);
  if (scene.files.length > 0) await paste(root, scene.files);
  page.dataset.shown = state;
}

/** As soon as there is a field to paste into. */
async function paste(root: ShadowRoot, files: File[]): Promise<void> {
  let field = root.querySelector('.composer textarea');
  for (; !field; field = root.querySelector('.composer textarea')) await new Promise(requestAnimationFrame);
  const clipboardData = new DataTransfer();
  for (const file of files) clipboardData.items.add(file);
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

void show();
