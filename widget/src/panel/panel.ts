import type { ArticleRef } from '@ventanilla/shared/entities/article';
import type { HomeTexts } from '@ventanilla/shared/i18n/widget/home/texts';
import type { ArticleId } from '@ventanilla/shared/ids';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { SiteAvailability } from '@ventanilla/shared/wire/visitor';
import { createElement, render } from 'preact';
import { addStyles } from '../add-styles.ts';
import { now } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { baseOf, type Embed, mustBeThere } from '../embed.ts';
import { emptyModel } from '../model/model.ts';
import { App } from './App.tsx';
import { createAsk } from './ask.ts';
import type { Finder } from './faq/finder.ts';
import type { Picked } from './files/picked.ts';
import { keepToItself } from './keep-to-itself.ts';
import styles from './panel.css?inline';
import { createParts, type PartName } from './parts.ts';
import type { Actions, Screen } from './scene.ts';
import { accentTokens } from './theme.ts';
import { createTimes } from './times.ts';

type ColorScheme = 'light' | 'dark' | 'auto';

/** What a page can ask of the panel: `ventanilla('open')`. */
export interface Panel {
  open(): void;
  close(): void;
  toggle(): void;
  /** Opens a new conversation with the words of the home screen in its field; nothing is sent. */
  newMessage(): Promise<void>;
  showArticle(id: ArticleId): Promise<void>;
  setLocale(locale: Locale): Promise<void>;
  setColorScheme(scheme: ColorScheme): void;
  /** Another visitor comes: nothing of the last one is on it. */
  forget(): void;
}

const freshMs = 60_000;

/** One for each widget, whoever asks first. */
export function mount(embed: Embed, texts: HomeTexts): Panel {
  mustBeThere(embed);
  embed.panel ??= create(embed, texts);
  return embed.panel;
}

function create(embed: Embed, firstTexts: HomeTexts): Panel {
  const { config, script, root, load } = embed;
  const [, site, siteName, , , , side, , , , isOpenAtFirst, hadIncident, logo] = config;
  const host = root.host as HTMLElement;
  const launcher = root.querySelector('button');
  const box = root.appendChild(document.createElement('div'));
  box.className = script.dataset.position ?? side;
  const drafts = new Map<string, string>();
  const picked = new Map<string, Picked[]>();
  const systemIsDark = matchMedia('(prefers-color-scheme:dark)');
  // As the style sheet says it once it is built: what is said twice alike costs nothing.
  const isUnusual = matchMedia('(width<=479px),(height<=479px) and (pointer:coarse),(forced-colors:active)');

  let texts = firstTexts;
  let times = createTimes(embed.locale, navigator.languages, texts);
  let scheme = (script.dataset.colorScheme ?? 'auto') as ColorScheme;
  let screen: Screen = { name: 'home' };
  let isOpen = false;
  let availability: SiteAvailability | undefined;
  let isAsking = false;
  let refreshing: ReturnType<typeof setTimeout> | undefined;
  let isCarrying = false;
  let popular: readonly ArticleRef[] = [];
  let finder: Finder | undefined;
  let connection: Connection | undefined;
  /** What is needed and could not be loaded: tried again when the visitor wants it, or when the network is back. */
  const missing = new Set<PartName | 'connection'>();
  let wasOnline = false;
  const { parts, bring, translate } = createParts(embed, () => texts);
  const ask = createAsk(baseOf(embed), site, () => embed.vouched);

  // What is done in a conversation comes with its screen.
  const actions = {
    close,
    show,
    begin: newMessage as () => void,
    leaveMessage: () => void leaveMessage(),
    setDraft(key: string, text: string) {
      drafts.set(key, text);
      connection?.type(key, text !== '');
      draw();
    },
    reconnect() {
      connection?.reconnect();
      missing.clear();
      void complete();
    },
    want: (name: PartName) => void want(name),
  } as Actions;

  function draw(): void {
    if (launcher) launcher.ariaExpanded = String(isOpen);
    const focused = root.activeElement;
    const scene = {
      texts,
      times,
      now: now(),
      siteKey: site,
      siteName,
      isSiteOpen: isSiteOpen(),
      availability,
      isAsking,
      screen,
      parts,
      model: connection?.model() ?? emptyModel,
      popular,
      finder,
      isIncomplete: missing.size > 0,
      isOnline: navigator.onLine,
      draft: (key: string) => drafts.get(key) ?? '',
      picked: (key: string) => picked.get(key) ?? [],
      actions,
    };
    render(createElement(App, { isOpen, ...scene }), box);
    // What had the focus is gone, often because it was pressed: who uses the keyboard stays in the panel.
    if (focused && !root.activeElement) focusFirst();
  }

  /** What the field does not need waits until it is on the screen; of a page that nobody sees, until somebody does. */
  function afterFrame(act: () => unknown): void {
    requestAnimationFrame(() => setTimeout(() => root.host.isConnected && act()));
  }

  /** The page's copy of the settings may be some minutes old. */
  function isSiteOpen(): boolean {
    return availability ? availability.isOpen : isOpenAtFirst === 1;
  }

  function paint(): void {
    const isDark = scheme === 'dark' || (scheme === 'auto' && systemIsDark.matches);
    box.dataset.theme = isDark ? 'dark' : 'light';
    for (const [name, value] of Object.entries(accentTokens(config, isDark))) box.style.setProperty(name, value);
  }

  /** A finger that opens the panel does not want half of it covered by a keyboard. Who writes in the page goes on there. */
  function focusFirst(): void {
    if (document.activeElement?.matches(':read-write,iframe')) return;
    const panel = box.querySelector<HTMLElement>('.panel');
    const isTouch = matchMedia('(pointer:coarse)').matches;
    ((!isTouch && box.querySelector<HTMLElement>('.first')) || panel)?.focus();
  }

  function show(next: Screen): void {
    screen = next;
    arrive();
    focusFirst();
  }

  /** A screen comes into sight: what it needs is asked for. A promise holds for a while; nobody asks while nobody looks. */
  function arrive(): void {
    look();
    clearTimeout(refreshing);
    if (!isOpen || screen.name !== 'home') return;
    refreshing = setTimeout(arrive, freshMs);
    if (!document.hidden) afterFrame(checkAvailability);
  }

  function look(): void {
    changed();
    connection?.watch(isOpen && screen.name === 'conversation' ? screen.key : '');
  }

  async function checkAvailability(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    const { locale } = embed;
    const [seats, articles] = await Promise.all([ask('availability:check', {}), ask('article:popular', { locale })]);
    if (seats?.ok) availability = seats.data;
    if (articles?.ok) popular = articles.data.articles;
    isAsking = false;
    if (locale === embed.locale) changed();
    else void checkAvailability();
  }

  /** It was asked for before it is wanted: laid out unseen, so that opening has only to show it. */
  function prepare(): void {
    if (isOpen) return;
    draw();
    (box.firstElementChild as HTMLElement).style.cssText = 'display:flex;visibility:hidden;animation:none';
  }

  function setOpen(next: boolean): void {
    isOpen = next;
    box.firstElementChild?.removeAttribute('style');
    arrive();
    adapt();
    host.dispatchEvent(new Event(next ? 'open' : 'close'));
  }

  /** Where it covers the page, or the system has colours of its own; without it the panel works all the same. */
  function adapt(): void {
    if (isOpen && isUnusual.matches)
      void load('adapt').then(
        (chunk) => chunk.adapt(root, close),
        () => {},
      );
  }

  function open(): void {
    if (document.querySelector('dialog:modal')) void load('api').then(({ rise }) => rise(embed));
    if (isOpen) return;
    setOpen(true);
    focusFirst();
    afterFrame(complete);
  }

  function close(): void {
    if (!isOpen) return;
    // Not from something of the page.
    if (root.activeElement || document.activeElement === document.body) launcher?.focus();
    setOpen(false);
  }

  /** Until the rest has arrived, the words wait in the field of the home screen. */
  async function newMessage(): Promise<void> {
    open();
    await carry('');
  }

  async function leaveMessage(): Promise<void> {
    const key = await carry('message');
    if (key) actions.send(key);
  }

  /** What is written there goes into a new conversation; resolves to its key, once there is a connection for it. */
  async function carry(from: '' | 'message'): Promise<string | undefined> {
    // Pressed twice while the rest is on its way: one conversation all the same.
    if (isCarrying) return undefined;
    isCarrying = true;
    if (!connection) await complete();
    isCarrying = false;
    const key = connection?.begin();
    if (!key) return undefined;
    actions.carry(from, key);
    show({ name: 'conversation', key });
    return key;
  }

  /** A part of the panel; where it cannot be had, the visitor is told and can try again. */
  async function want(name: PartName): Promise<void> {
    if (!parts[name] && !missing.has(name)) await need(name);
  }

  /** What the visitor does asks for it: tried again, even if it could not be had a moment ago. */
  async function need(name: PartName): Promise<void> {
    await bring(name).then(
      () => missing.delete(name),
      () => missing.add(name),
    );
    draw();
  }

  /** The rest of the panel, and the connection: on their way while the visitor thinks of what to write. */
  async function complete(): Promise<void> {
    try {
      const [{ connect }] = await Promise.all([load('connection'), bring('talk')]);
      const ready = await connect(embed);
      if (!connection) ready.subscribe(changed);
      connection = ready;
      Object.assign(
        actions,
        parts.talk?.createWriting({
          connection: () => connection,
          parts,
          need,
          drafts,
          picked,
          draw,
          isOnScreen: (key) => 'key' in screen && screen.key === key,
        }),
      );
      void ready.recall();
      missing.delete('connection');
    } catch {
      missing.add('connection');
    }
    look();
  }

  function changed(): void {
    const { link, conversations } = connection?.model() ?? emptyModel;
    if (link === 'online' && !wasOnline) missing.clear();
    wasOnline = link === 'online';
    draw();
    if (!isOpen) return;
    if (availability?.incident ?? hadIncident) void want('incident');
    if (screen.name === 'conversation') return;
    if (!isSiteOpen()) void want('closed');
    if (popular.length > 0 && !finder) void wantFaq();
    if (conversations.length > 0) void want('mine');
  }

  /** Somebody else reads: other articles may be for them. */
  function renew(): void {
    finder = undefined;
    arrive();
  }

  async function wantFaq(): Promise<void> {
    await want('faq');
    finder ??= parts.faq?.beginFinder(embed, ask, () => connection, draw);
    draw();
  }

  addStyles(root, styles);
  keepToItself(root);
  systemIsDark.onchange = paint;
  isUnusual.onchange = adapt;
  host.addEventListener('destroy', () => {
    isOpen = false;
    clearTimeout(refreshing);
    systemIsDark.onchange = isUnusual.onchange = null;
    render(null, box);
    box.remove();
  });
  paint();
  afterFrame(prepare);
  if (logo) void load('logo').then(({ showLogo }) => showLogo(embed));
  Object.assign(embed, { drafts, go: show, paint, renew, arrive });

  return {
    open,
    close,
    toggle: () => (isOpen ? close() : open()),
    newMessage,
    async setLocale(locale) {
      texts = (await load(locale)).texts;
      embed.locale = locale;
      times = createTimes(locale, navigator.languages, texts);
      await translate();
      arrive();
    },
    async showArticle(id) {
      open();
      await wantFaq();
      show({ name: 'article', id });
    },
    setColorScheme(next) {
      scheme = next;
      paint();
    },
    forget() {
      connection = undefined;
      // It knows what was read, and with which token it voted.
      finder = undefined;
      drafts.clear();
      picked.clear();
      close();
      show({ name: 'home' });
    },
  };
}
