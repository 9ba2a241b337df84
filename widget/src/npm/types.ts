/** The language of the widget's own words. */
export type Locale = 'es' | 'en';
/** Side of the page, in reading direction. */
export type Position = 'end' | 'start';
export type ColorScheme = 'auto' | 'light' | 'dark';

/** As `data-*` of the tag, or given to `boot`; each wins over the site's setting. */
export interface Options {
  locale?: Locale;
  position?: Position;
  /** `auto` follows the system. */
  colorScheme?: ColorScheme;
  /** `#rrggbb`. */
  accent?: string;
  /** Layer of the launcher. */
  zIndex?: number;
  /** The page opens the window by itself. */
  hideLauncher?: boolean;
  /** The page's own, for the tag; nothing that the tag brings needs it. */
  nonce?: string;
}

/** What a page may say of its visitor; null takes a name away. */
export type Attributes = Record<string, string | number | boolean | null>;

/** What the site's token says, '' where it says nothing. */
export interface Identified {
  name: string;
  email: string;
}

/** What can be asked for. Every call returns a promise of what is returned here. */
export interface Verbs {
  /** After `destroy`, or with `defer`: puts the widget on the page. */
  boot(options?: Options): void;
  /** Takes everything off the page at once. The visitor is not forgotten. */
  destroy(): void;
  /** For signing out: sends what waits for at most 5 s, then forgets this visitor. */
  shutdown(): void;
  /** Says who is signed in. Only the token counts, signed by the site's server. */
  identify(claims: { token: string; id?: string; name?: string; email?: string }): Identified;
  /** Says something of the visitor that nobody verifies: shown to agents as the page's own words. */
  setAttributes(attributes: Attributes): void;
  open(): void;
  close(): void;
  toggle(): void;
  /** Opens a new conversation with these words in its field; nothing is sent. */
  newMessage(text?: string): void;
  /** Opens the home screen with these words in its field, and the articles that answer them. */
  search(query?: string): void;
  /** `art_…`. */
  showArticle(id: string): void;
  /** The number as people say it, e.g. `VEN-1042`. Rejects with `not_found` unless it is this visitor's. */
  showTicket(number: string): void;
  /** The launcher. */
  show(): void;
  hide(): void;
  setLocale(locale: Locale): void;
  setColorScheme(scheme: ColorScheme): void;
  /** `#rrggbb`. */
  setAccent(accent: string): void;
  /** Returns what ends it. */
  on<E extends keyof Events>(event: E, listener: Listener<E>): () => void;
}

/** What can be listened to, each with the `detail` of its event, if it has any. */
export interface Events {
  /** The widget is on the page; at once, if it is already. */
  ready: undefined;
  open: undefined;
  close: undefined;
  /** How many answers are unread now. */
  unread: number;
  messageReceived: undefined;
  conversationStarted: { conversationId: string };
  ticketCreated: { number: string };
  rated: { conversationId: string; rating: 'good' | 'fair' | 'bad' };
}

export type Listener<E extends keyof Events> = (
  event: Events[E] extends undefined ? Event : CustomEvent<Events[E]>,
) => void;

/** Why a call could not be done. */
export interface VentanillaError extends Error {
  name: 'VentanillaError';
  /** `unknown_verb`, `invalid`, `unreachable`, or what the server answered. */
  code: string;
}

/** `ventanilla('open')`. It throws nothing; what cannot be done rejects with a `VentanillaError`. */
export interface Ventanilla {
  <E extends keyof Events>(verb: 'on', event: E, listener: Listener<E>): Promise<() => void>;
  <V extends Exclude<keyof Verbs, 'on'>>(verb: V, ...args: Parameters<Verbs[V]>): Promise<ReturnType<Verbs[V]>>;
}

/** Calls that wait for the script, each with the function that settles its promise. */
export type WaitingCall = [settle: (result: unknown) => void, verb: string, ...args: unknown[]];

declare global {
  interface Window {
    /** There once the script has arrived; before, if the page queues its calls. */
    ventanilla?: Ventanilla & { q?: WaitingCall[] };
  }
}
