import type { WidgetTexts } from '@ventanilla/shared/i18n/widget/texts';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { createElement, render } from 'preact';
import { addStyles } from '../add-styles.ts';
import { now } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import type { Embed } from '../embed.ts';
import { emptyModel } from '../model/model.ts';
import { App, type ConversationScreen } from './App.tsx';
import { keepToItself } from './keep-to-itself.ts';
import styles from './panel.css?inline';
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
  setLocale(locale: Locale): Promise<void>;
  setColorScheme(scheme: ColorScheme): void;
  shutdown(): Promise<void>;
}

/** One for each widget, whoever asks first. */
export function mount(embed: Embed, texts: WidgetTexts): Panel {
  embed.panel ??= create(embed, texts);
  return embed.panel;
}

function create(embed: Embed, firstTexts: WidgetTexts): Panel {
  const { config, script, root, load } = embed;
  const [, , siteName, , , , side, , , , isSiteOpen] = config;
  const launcher = root.querySelector('button');
  const box = root.appendChild(document.createElement('div'));
  box.className = script.dataset.position ?? side;
  box.dir = getComputedStyle(document.documentElement).direction;
  const drafts = new Map<string, string>();
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

  let texts = firstTexts;
  let times = createTimes(embed.locale, navigator.languages, texts);
  let scheme = (script.dataset.colorScheme ?? 'auto') as ColorScheme;
  let screen: Screen = { name: 'home' };
  let isOpen = false;
  let connection: Connection | undefined;
  let conversationScreen: ConversationScreen | undefined;
  let isIncomplete = false;

  const actions: Actions = {
    close,
    goHome: () => show({ name: 'home' }),
    showConversation: (key) => show({ name: 'conversation', key }),
    begin: () => void newMessage(drafts.get('')),
    setDraft(key, text) {
      drafts.set(key, text);
      draw();
    },
    send: (key) => void send(key),
    retry: (clientId) => void connection?.retry(clientId),
    discard: (clientId) => void connection?.discard(clientId),
    reconnect() {
      if (connection) connection.reconnect();
      else void complete();
    },
  };

  function draw(): void {
    const scene = {
      texts,
      times,
      now: now(),
      siteName,
      isSiteOpen: isSiteOpen === 1,
      screen,
      model: connection?.model() ?? emptyModel,
      isIncomplete,
      isOnline: navigator.onLine,
      draft: (key: string) => drafts.get(key) ?? '',
      actions,
    };
    render(createElement(App, { isOpen, conversationScreen, ...scene }), box);
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
    draw();
    watch();
    focusFirst();
  }

  function watch(): void {
    connection?.watch(isOpen && screen.name === 'conversation' ? screen.key : '');
  }

  function setOpen(next: boolean): void {
    isOpen = next;
    if (launcher) launcher.ariaExpanded = String(next);
    draw();
    watch();
    root.host.dispatchEvent(new Event(next ? 'open' : 'close'));
  }

  function open(): void {
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
    if (!connection) await complete();
    if (!connection) return;
    const key = connection.begin();
    drafts.set(key, drafts.get('') ?? '');
    drafts.delete('');
    show({ name: 'conversation', key });
  }

  /** The rest of the panel, and the connection: on their way while the visitor thinks of what to write. */
  async function complete(): Promise<void> {
    try {
      // In this order, since `load` can be tried again and `import` cannot.
      const { connect } = await load('connection');
      const second = await import('./Conversation.tsx');
      const ready = await connect(embed);
      if (!connection) ready.subscribe(draw);
      if (!conversationScreen) addStyles(root, second.conversationStyles);
      connection = ready;
      conversationScreen = second.Conversation;
      isIncomplete = false;
    } catch {
      isIncomplete = true;
    }
    watch();
    draw();
  }

  async function send(key: string): Promise<void> {
    const body = drafts.get(key) ?? '';
    if (body.trim() === '') return;
    actions.setDraft(key, '');
    await connection?.write(key, body);
  }

  addStyles(root, styles);
  keepToItself(root);
  systemIsDark.addEventListener('change', paint);
  root.host.addEventListener('destroy', () => {
    systemIsDark.removeEventListener('change', paint);
    render(null, box);
  });
  paint();
  draw();

  return {
    open,
    close,
    toggle: () => (isOpen ? close() : open()),
    newMessage,
    async setLocale(locale) {
      texts = (await load(locale)).texts;
      embed.locale = locale;
      times = createTimes(locale, navigator.languages, texts);
      draw();
    },
    setColorScheme(next) {
      scheme = next;
      paint();
    },
    async shutdown() {
      const { connect } = await load('connection');
      await (await connect(embed)).shutdown();
      connection = undefined;
      drafts.clear();
      close();
      show({ name: 'home' });
    },
  };
}
