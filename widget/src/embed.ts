import type { HomeTexts } from '@ventanilla/shared/i18n/widget/home/texts';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { LoaderConfig } from '@ventanilla/shared/wire/embed';
import type { Connection } from './connection/connection.ts';
import type { Panel } from './panel/panel.ts';
import type { SearchIn } from './search/title-search.ts';

/** What each chunk exports, as far as others use it. The words of the home screen are called like their language. */
export interface Chunks
  extends Record<Locale, { texts: HomeTexts }>,
    Record<`search-${Locale}`, { searchIn: SearchIn }> {
  panel: { mount(embed: Embed, texts: HomeTexts): Panel };
  connection: { connect(embed: Embed): Promise<Connection>; resume(embed: Embed): void };
}

export interface LoadChunk {
  <C extends keyof Chunks>(chunk: C): Promise<Chunks[C]>;
  /** A part of the panel, or its words. */
  (chunk: string): Promise<unknown>;
}

/** One widget on one page: made by the loader, handed to the panel and to the connection. */
export interface Embed {
  config: LoaderConfig;
  /** Its address leads to the chunks and to the server, its `data-*` are the page's own options. */
  script: HTMLScriptElement;
  locale: Locale;
  /** Holds the launcher; its host carries the events that pages listen to with `on`, and `destroy`. */
  root: ShadowRoot;
  load: LoadChunk;
  panel?: Panel;
  connection?: Promise<Connection>;
}

/** Name of the one key that the loader looks at (PR1): there is something to send, or a conversation to listen to. */
export function flagName(siteKey: string): string {
  return `ventanilla:${siteKey}`;
}

/** The server's address, with the slash. */
export function baseOf({ script }: Embed): string {
  return new URL('..', script.src).href;
}
