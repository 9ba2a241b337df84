import type { ArticleRef } from '@ventanilla/shared/entities/article';
import type { HomeTexts } from '@ventanilla/shared/i18n/widget/home/texts';
import type { ArticleId, FileId } from '@ventanilla/shared/ids';
import type { SiteAvailability } from '@ventanilla/shared/wire/visitor';
import type { Connection } from '../connection/connection.ts';
import type { Model } from '../model/model.ts';
import type { Finder } from './faq/finder.ts';
import type { Picked } from './files/picked.ts';
import type { PartName, Parts } from './parts.ts';
import type { Times } from './times.ts';

/** `key`: a conversation's id, or the start id of one that this page begins. */
export type Screen =
  | { name: 'home' }
  | { name: 'mine' }
  | { name: 'conversation'; key: string }
  | { name: 'article'; id: ArticleId };

/** Everything that a screen shows, and everything that can be done on it. */
export interface Scene<Texts = HomeTexts> {
  texts: Texts;
  times: Times;
  now: number;
  siteKey: string;
  siteName: string;
  isSiteOpen: boolean;
  /** What the server says of hours, people and queue; undefined until it has, or where it cannot be asked. */
  availability: SiteAvailability | undefined;
  isAsking: boolean;
  screen: Screen;
  parts: Parts;
  model: Model;
  /** What is asked most of the articles; empty where there are none, or until it is known. */
  popular: readonly ArticleRef[];
  /** Comes with the part that shows articles. */
  finder: Finder | undefined;
  /** Something that is needed could not be loaded. */
  isIncomplete: boolean;
  isOnline: boolean;
  /** What is being written: in a conversation, `''` in the question of the home screen, `'message'` below it. */
  draft(key: string): string;
  /** The files that will go along. */
  picked(key: string): Picked[];
  actions: Actions;
}

export interface Actions {
  close(): void;
  show(screen: Screen): void;
  /** A new conversation that begins with what is written on the home screen. */
  begin(): void;
  /** The same, with the message that is written there, and sent at once. */
  leaveMessage(): void;
  setDraft(key: string, text: string): void;
  attach(key: string, files: File[]): void;
  /** What is being written under one key goes on under another, with its files. */
  carry(from: string, to: string): void;
  detach(key: string, one: Picked): void;
  send(key: string): void;
  /** With a start id it goes into that new conversation instead. */
  retry(clientId: string, startId?: string): void;
  discard(clientId: string): void;
  reconnect(): void;
  /** A part that this screen needs and has not yet. */
  want(part: PartName): void;
  reach: Connection['reach'];
  wish: Connection['wish'];
  /** Rejects where it is not to be had. */
  fetchFile(id: FileId): Promise<Blob>;
}
