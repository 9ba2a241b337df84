import type { WidgetTexts } from '@ventanilla/shared/i18n/widget/texts';
import type { Model } from '../model/model.ts';
import type { Times } from './times.ts';

/** `key`: a conversation's id, or the start id of one that this page begins. */
export type Screen = { name: 'home' } | { name: 'conversation'; key: string };

/** Everything that a screen shows, and everything that can be done on it. */
export interface Scene {
  texts: WidgetTexts;
  times: Times;
  now: number;
  siteName: string;
  isSiteOpen: boolean;
  screen: Screen;
  model: Model;
  /** The part that writes and sends could not be loaded. */
  isIncomplete: boolean;
  isOnline: boolean;
  /** What is being written: in a conversation, or `''` on the home screen. */
  draft(key: string): string;
  actions: Actions;
}

export interface Actions {
  close(): void;
  goHome(): void;
  showConversation(key: string): void;
  /** A new conversation that begins with what is written on the home screen. */
  begin(): void;
  setDraft(key: string, text: string): void;
  send(key: string): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  reconnect(): void;
}
