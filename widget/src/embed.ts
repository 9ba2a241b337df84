import type { WidgetTexts } from '@ventanilla/shared/i18n/widget/texts';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { LoaderConfig } from '@ventanilla/shared/wire/embed';
import type { Connection } from './connection/connection.ts';
import type { Panel } from './panel/panel.ts';

/** What each chunk exports, as far as others use it. */
export interface Chunks extends Record<Locale, { texts: WidgetTexts }> {
  panel: { mount(embed: Embed, texts: WidgetTexts): Panel };
  connection: { connect(embed: Embed): Promise<Connection>; resume(embed: Embed): void };
}

export type LoadChunk = <C extends keyof Chunks>(chunk: C) => Promise<Chunks[C]>;

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
