import type { ArticleRef } from '@ventanilla/shared/entities/article';
import type { HomeTexts } from '@ventanilla/shared/i18n/widget/home/texts';
import type { ArticleId } from '@ventanilla/shared/ids';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { filePath } from '@ventanilla/shared/wire/file';
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
  /** Opens a new conversation with these words in its field; nothing is sent. */
  newMessage(text?: string): Promise<void>;
  /** Opens the home screen with these words in its field, and what answers them below. */
  search(query?: string): void;
  showArticle(id: ArticleId): Promise<void>;
  setLocale(locale: Locale): Promise<void>;
  setColorScheme(scheme: ColorScheme): void;
  /** Another visitor comes: nothing of the last one is on it. */
  forget(): void;
}

/** One for each widget, whoever asks first. */
export function mount(embed: Embed, texts: HomeTexts): Panel {
  mustBeThere(embed);
  embed.panel ??= create(embed, texts);
  return embed.panel;
}

function create(embed: Embed, firstTexts: HomeTexts): Panel {
  const { config, script, root, load } = embed;
  const [, site, siteName, , , , side, , , , isOpenAtFirst] = config;
  const launcher = root.querySelector('button');
  const box = root.appendChild(document.createElement('div'));
  box.className = script.dataset.position ?? side;
  box.dir = getComputedStyle(document.documentElement).direction;
  const drafts = new Map<string, string>();
  const picked = new Map<string, Picked[]>();
  const pickedFor = (key: string) => picked.get(key) ?? [];
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

  let texts = firstTexts;
  let times = createTimes(embed.locale, navigator.languages, texts);
  let scheme = (script.dataset.colorScheme ?? 'auto') as ColorScheme;
  let screen: Screen = { name: 'home' };
  let isOpen = false;
  let availability: SiteAvailability | undefined;
  let isAsking = false;
  let popular: readonly ArticleRef[] = [];
  let finder: Finder | undefined;
  let connection: Connection | undefined;
  /** What is needed and could not be loaded: tried again when the visitor wants it, or when the network is back. */
  const missing = new Set<PartName | 'connection'>();
  let wasOnline = false;
  const { parts, bring, translate } = createParts(embed, () => texts);
  const ask = createAsk(baseOf(embed), site);

  const actions: Actions = {
    close,
    show,
    begin: () => void newMessage(drafts.get('')),
    leaveMessage: () => void leaveMessage(),
    setDraft(key, text) {
      drafts.set(key, text);
      connection?.type(key, text !== '');
      draw();
    },
    attach: (key, files) => void attach(key, files),
    detach(key, one) {
      one.upload?.abort();
      picked.set(
        key,
        pickedFor(key).filter((other) => other !== one),
      );
      draw();
    },
    wish: async (name, input) => (await connection?.wish(name, input)) ?? false,
    async fetchFile(id) {
      const response = await connection?.request(`${filePath}/${id}`, {});
      if (!response?.ok) throw new Error('no such file');
      return response.blob();
    },
    send: (key) => void send(key),
    retry: (clientId, startId) => void connection?.retry(clientId, startId),
    discard: (clientId) => void connection?.discard(clientId),
    reconnect() {
      connection?.reconnect();
      missing.clear();
      void complete();
    },
    want: (name) => void want(name),
  };

  function draw(): void {
    const focused = root.activeElement;
    const scene = {
      texts,
      times,
      now: now(),
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
      picked: pickedFor,
      actions,
    };
    render(createElement(App, { isOpen, ...scene }), box);
    // What had the focus is gone, often because it was pressed: who uses the keyboard stays in the panel.
    if (focused && !root.activeElement) focusFirst();
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

  /** A finger that opens the panel does not want half of it covered by a keyboard. */
  function focusFirst(): void {
    const panel = box.querySelector<HTMLElement>('.panel');
    const isTouch = matchMedia('(pointer: coarse)').matches;
    ((!isTouch && panel?.querySelector<HTMLElement>('.first')) || panel)?.focus();
  }

  function show(next: Screen): void {
    screen = next;
    arrive();
    focusFirst();
  }

  /** A screen comes into sight: what it needs is asked for. */
  function arrive(): void {
    look();
    if (isOpen && screen.name === 'home') void checkAvailability();
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

  function setOpen(next: boolean): void {
    isOpen = next;
    if (launcher) launcher.ariaExpanded = String(next);
    arrive();
    root.host.dispatchEvent(new Event(next ? 'open' : 'close'));
  }

  function open(): void {
    if (document.querySelector('dialog:modal')) void load('api').then(({ rise }) => rise(embed));
    if (isOpen) return;
    setOpen(true);
    focusFirst();
    void complete();
  }

  function close(): void {
    if (!isOpen) return;
    setOpen(false);
    launcher?.focus();
  }

  /** Until the rest has arrived, the words wait in the field of the home screen. */
  async function newMessage(text = ''): Promise<void> {
    drafts.set('', text);
    open();
    await carry('');
  }

  async function leaveMessage(): Promise<void> {
    const key = await carry('message');
    if (key) await send(key);
  }

  /** What is written there goes into a new conversation; resolves to its key, once there is a connection for it. */
  async function carry(from: '' | 'message'): Promise<string | undefined> {
    if (!connection) await complete();
    const key = connection?.begin();
    if (!key) return undefined;
    drafts.set(key, drafts.get(from) ?? '');
    drafts.delete(from);
    show({ name: 'conversation', key });
    return key;
  }

  /** A part of the panel; where it cannot be had, the visitor is told and can try again. */
  async function want(name: PartName): Promise<void> {
    if (parts[name] || missing.has(name)) return;
    await bring(name).catch(() => missing.add(name));
    draw();
  }

  /** The rest of the panel, and the connection: on their way while the visitor thinks of what to write. */
  async function complete(): Promise<void> {
    try {
      const [{ connect }] = await Promise.all([load('connection'), bring('talk')]);
      const ready = await connect(embed);
      if (!connection) ready.subscribe(changed);
      connection = ready;
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
    if (!isOpen || screen.name === 'conversation') return;
    if (!isSiteOpen()) void want('closed');
    if (popular.length > 0 && !finder) void wantFaq();
    if (conversations.length > 0) void want('mine');
  }

  async function wantFaq(): Promise<void> {
    await want('faq');
    finder ??= parts.faq?.beginFinder(embed, ask, () => connection, draw);
    draw();
  }

  async function attach(key: string, files: File[]): Promise<void> {
    await want('files');
    if (parts.files) picked.set(key, parts.files.pick(pickedFor(key), files));
    draw();
  }

  /** What was chosen is uploaded first; if something is in the way, words and files stay where they are. */
  async function send(key: string): Promise<void> {
    const hasFiles = pickedFor(key).length > 0;
    if (pickedFor(key).some(({ upload }) => upload) || !connection) return;
    if (hasFiles && !(await parts.files?.uploadAll(pickedFor(key), connection.request, draw))) return;
    const body = drafts.get(key) ?? '';
    const files = pickedFor(key).flatMap(({ ref }) => ref ?? []);
    if (body.trim() === '' && files.length === 0) return;
    picked.delete(key);
    actions.setDraft(key, '');
    await connection.write(key, body, files);
  }

  addStyles(root, styles);
  keepToItself(root);
  systemIsDark.addEventListener('change', paint);
  root.host.addEventListener('destroy', () => {
    systemIsDark.removeEventListener('change', paint);
    render(null, box);
    box.remove();
  });
  paint();
  draw();
  Object.assign(embed, { go: show, paint });

  return {
    open,
    close,
    toggle: () => (isOpen ? close() : open()),
    newMessage,
    search(query = '') {
      drafts.set('', query);
      open();
      show({ name: 'home' });
    },
    async showArticle(id) {
      open();
      await wantFaq();
      show({ name: 'article', id });
    },
    async setLocale(locale) {
      texts = (await load(locale)).texts;
      embed.locale = locale;
      times = createTimes(locale, navigator.languages, texts);
      await translate();
      arrive();
    },
    setColorScheme(next) {
      scheme = next;
      paint();
    },
    forget() {
      connection = undefined;
      drafts.clear();
      picked.clear();
      close();
      show({ name: 'home' });
    },
  };
}
