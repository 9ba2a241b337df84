import type { Locale } from '@ventanilla/shared/vocabulary';
import type { LoaderConfig } from '@ventanilla/shared/wire/embed';
import type { Embed, LoadChunk, Options, PageApi, ScriptTag } from '../embed.ts';
import { launcherWords as words } from '../launcher-words.ts';
import type { Ventanilla } from '../npm/types.ts';
import type { Panel } from '../panel/panel.ts';

declare const __VENTANILLA__: LoaderConfig;

const config = __VENTANILLA__;
const [build, key, name, siteLocale, accent, onAccent, side] = config;
const waiting: PageApi | undefined = window.ventanilla;
const element = 'ventanilla-widget';
const page = document.documentElement;

if (!page.querySelector(element)) {
  const script = (document.currentScript ?? waiting?.tag) as ScriptTag;
  const options: Options = script.dataset;
  const asked = options.locale?.slice(0, 2) as Locale;
  const locale = words[asked] ? asked : siteLocale;

  const host = document.createElement(element);
  host.lang = locale;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  // The sign is made of borders: a strict page allows no images, drawing an SVG costs more bytes, and forced colours keep
  // borders. It gives way to words when there are some to say. The order is the one that packs best.
  sheet.replaceSync(
    `:host{all:initial!important;display:block!important}:host>button{min-width:56px;border-radius:28px;background:${accent};color:${onAccent};position:fixed;inset-inline-${options.position || side}:20px;z-index:${options.zIndex || 2e9};inset-block-end:20px;cursor:pointer;height:56px;border:1px solid #0000;box-shadow:0 4px 20px #0003}:host>:empty:before{content:"";position:absolute;inset:16px;border:2px solid;border-radius:28px 28px 28px 3px}@media print{:host{display:none!important}}`,
  );
  root.adoptedStyleSheets = [sheet];

  const launcher = root.appendChild(document.createElement('button'));
  const [help, failed] = words[locale];
  const label = `${help} · ${name} `;
  launcher.hidden = 'hideLauncher' in options;
  launcher.ariaLabel = label;

  // A browser never asks again for a module that it could not fetch: so it is fetched first, then imported from the
  // cache. Where it is the page's own policy that forbids to fetch, `policy` says so and lets it pass.
  const load: LoadChunk = (chunk: string) => {
    const { href } = new URL(`chunks/${chunk}-${build}.js`, script.src);
    return fetch(href)
      .catch(() => import(/* @vite-ignore */ `${href.replace(chunk, 'policy')}#${key}`))
      .then(() => import(/* @vite-ignore */ href));
  };
  const embed: Embed = { config, script, locale, root, load };
  let ready: Promise<Panel> | undefined;
  const panel = () => {
    ready ??= Promise.all([load('panel'), load(locale)]).then(([chunk, words]) => chunk.mount(embed, words.texts));
    ready.catch(() => {
      ready = undefined;
    });
    return ready;
  };

  // Pages that rebuild themselves (Turbo, hydration) may throw the widget out of the document; a tag in the head is run
  // before there is a body, which then comes first, for people who use Tab.
  const observer = new MutationObserver(
    () => (page.querySelector(element) && !page.querySelector(`${element}~body`)) || page.append(host),
  );
  if (!('defer' in options)) {
    observer.observe(page, { childList: true });
    page.append(host);
  }

  const run = (verb: string, ...args: unknown[]) => {
    if (verb === 'destroy') {
      observer.disconnect();
      host.dispatchEvent(new Event(verb));
      host.remove();
    }
    return load('api').then(({ run }) => run(embed, panel, verb, args));
  };

  window.ventanilla = run as Ventanilla;

  launcher.onclick = async () => {
    launcher.textContent = '…';
    // Nothing to say is no text.
    launcher.textContent = (await panel().then(
      ({ toggle }) => toggle(),
      () => failed,
    )) as string;
    launcher.ariaLabel = label + launcher.textContent;
  };
  launcher.onpointerenter = launcher.onfocus = panel;

  try {
    if (options.accent || localStorage[`ventanilla:${key}`]) void run('begin');
  } catch {
    // Storage is blocked: this visitor has nothing waiting here.
  }

  for (const [settle, ...call] of waiting?.q ?? []) settle(run(...call));
}
