import type { Locale } from '@ventanilla/shared/vocabulary';
import type { LoaderConfig } from '@ventanilla/shared/wire/embed';
import { type Embed, flagName, type LoadChunk } from '../embed.ts';
import type { Panel } from '../panel/panel.ts';
import { launcherStyles } from './launcher-styles.ts';

type Command = (...args: unknown[]) => unknown;
type Listening = [event: string, listener: EventListener];
type Call = [verb: string, ...args: unknown[]];

declare const __VENTANILLA__: LoaderConfig;
declare global {
  interface Window {
    ventanilla?: ((...call: Call) => unknown) & {
      /**
       * Calls made before this script arrived, each with the function that settles its promise. A function without it
       * is a widget's: this page has one.
       */
      q?: [settle: (result: unknown) => void, ...call: Call][];
    };
  }
}

const config = __VENTANILLA__;
const [build, key, name, siteLocale, accent, onAccent, side] = config;
const waiting = window.ventanilla;
const helpWord: Record<Locale, string> = { es: 'Ayuda', en: 'Help' };

if (!waiting || waiting.q) {
  const script = document.currentScript as HTMLScriptElement;
  const options = script.dataset;
  const page = document.documentElement;
  const asked = options.locale?.slice(0, 2) as Locale;
  const locale = helpWord[asked] ? asked : siteLocale;

  const host = document.createElement('ventanilla-widget');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherStyles(accent, onAccent, options.position || side, options.zIndex || 2e9));
  root.adoptedStyleSheets = [sheet];

  const launcher = root.appendChild(document.createElement('button'));
  launcher.ariaLabel = `${helpWord[locale]} · ${name}`;
  launcher.ariaExpanded = 'false';
  launcher.hidden = 'hideLauncher' in options;

  // A browser never asks again for a module that it could not fetch: so it is fetched first, then imported from the cache.
  const load: LoadChunk = async (chunk: string) => {
    const { href } = new URL(`chunks/${chunk}-${build}.js`, script.src);
    await fetch(href);
    return import(/* @vite-ignore */ href);
  };
  const embed: Embed = { config, script, locale, root, load };
  let ready: Promise<Panel> | undefined;
  const panel = () => {
    ready ??= Promise.all([load('panel'), load(locale)]).then(([{ mount }, { texts }]) => mount(embed, texts));
    ready.catch(() => {
      ready = undefined;
    });
    return ready;
  };

  // Pages that rebuild themselves (Turbo, hydration) may throw the widget out of the document.
  const observer = new MutationObserver(() => host.isConnected || page.append(host));
  observer.observe(page, { childList: true });
  page.append(host);

  const own: Record<string, Command> = {
    on: (...listener) => {
      host.addEventListener(...(listener as Listening));
      return () => host.removeEventListener(...(listener as Listening));
    },
    show: (isHidden) => {
      launcher.hidden = isHidden as boolean;
    },
    hide: () => own.show?.(true),
    destroy: () => {
      observer.disconnect();
      host.dispatchEvent(new Event('destroy'));
      host.remove();
      delete window.ventanilla;
    },
  };
  const run = (verb: string, ...args: unknown[]) =>
    own[verb] ? own[verb](...args) : panel().then((commands) => commands[verb as keyof Panel](...(args as [never])));
  window.ventanilla = run;

  launcher.onclick = () => run('toggle');
  launcher.onpointerenter = launcher.onfocus = panel;

  const resume = () => void load('connection').then((chunk) => chunk.resume(embed));
  try {
    if (localStorage[flagName(key)]) {
      if (document.readyState === 'complete') resume();
      else addEventListener('load', resume);
    }
  } catch {
    // Storage is blocked: this visitor has nothing waiting here.
  }

  for (const [settle, ...call] of waiting?.q ?? []) settle(run(...call));
  host.dispatchEvent(new Event('ready'));
}
