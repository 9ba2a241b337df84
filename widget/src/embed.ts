import type { PageAttributes } from '@ventanilla/shared/entities/conversation';
import type { HomeTexts } from '@ventanilla/shared/i18n/widget/home/texts';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { LoaderConfig } from '@ventanilla/shared/wire/embed';
import type * as Adapt from './adapt/adapt.ts';
import type * as Api from './api/api.ts';
import type * as Attributes from './api/attributes.ts';
import type * as Policy from './api/policy.ts';
import type * as Badge from './connection/badge.ts';
import type * as ConnectionChunk from './connection/connection.ts';
import type { Connection } from './connection/connection.ts';
import type * as LogoChunk from './connection/logo.ts';
import type * as SharingChunk from './connection/sharing.ts';
import type * as Sound from './connection/sound.ts';
import type * as Typing from './connection/typing.ts';
import type { Model } from './model/model.ts';
import type { Options as PageOptions } from './npm/types.ts';
import type { Panel } from './panel/panel.ts';
import type { Screen } from './panel/scene.ts';
import type { SearchIn } from './search/title-search.ts';

/** What each chunk exports, as far as others use it. The words of the home screen are called like their language. */
export interface Chunks
  extends Record<Locale, { texts: HomeTexts }>,
    Record<`search-${Locale}`, { searchIn: SearchIn }> {
  panel: { mount(embed: Embed, texts: HomeTexts): Panel };
  connection: typeof ConnectionChunk;
  typing: typeof Typing;
  sharing: typeof SharingChunk;
  badge: typeof Badge;
  logo: typeof LogoChunk;
  adapt: typeof Adapt;
  sound: typeof Sound;
  api: typeof Api;
  attributes: typeof Attributes;
  policy: typeof Policy;
}

export interface LoadChunk {
  <C extends keyof Chunks>(chunk: C): Promise<Chunks[C]>;
  /** A part of the panel, or its words. */
  (chunk: string): Promise<unknown>;
}

/** The page's own options, as `data-*` carries them: texts; what may only be there or not is '' when it is there. */
export type Options = { [name in Exclude<keyof PageOptions, 'nonce'> | 'defer']?: string };

/** `window.ventanilla`. */
export type PageApi = NonNullable<Window['ventanilla']> & {
  /** What `boot` starts the loader with: a module has no tag. */
  tag?: ScriptTag;
};

/** Its address leads to the chunks and to the server. A `<script>`, or what `boot` puts in its place. */
export interface ScriptTag {
  src: string;
  dataset: Options;
}

/** One widget on one page: made by the loader, handed to all others. Gone when its host has left the page. */
export interface Embed {
  config: LoaderConfig;
  script: ScriptTag;
  locale: Locale;
  /** Holds the launcher; its host carries the events that pages listen to with `on`, and `destroy`. */
  root: ShadowRoot;
  load: LoadChunk;
  panel?: Panel;
  connection?: Promise<Connection>;
  /** Once the page listens: it hears what has become of the model. */
  tell?(before: Model, after: Model): void;
  /** Once there is a panel: unfinished words by conversation; of the home screen, ''. */
  drafts?: Map<string, string>;
  /** Once there is a panel: shows this screen of it. */
  go?(screen: Screen): void;
  /** What the page says of its visitor (`setAttributes`); only in memory, until there is a conversation (PR1). */
  said?: { attributes: PageAttributes };
  /** Who is asking is being settled, by the last `identify`. */
  identity?: Promise<unknown>;
  /** The token of a visitor for whom the site has vouched on this page. */
  vouched?: string;
  /** Once there is a panel: whoever reads is somebody else now. */
  renew?(): void;
  /** Once there is a panel: its screen comes into sight, or goes out of it. */
  arrive?(): void;
  /** Once there is a panel: the accent has changed. */
  paint?(): void;
}

/** Name of the one key that the loader looks at (PR1): there is something to send, or a conversation to listen to. */
export function flagName(siteKey: string): string {
  return `ventanilla:${siteKey}`;
}

/** The server's address, with the slash. */
export function baseOf({ script }: Embed): string {
  return new URL('..', script.src).href;
}

/** A chunk that arrives after `destroy` finds nothing to do. */
export function mustBeThere({ root }: Embed): void {
  if (!root.host.isConnected) throw new Error('destroyed');
}
