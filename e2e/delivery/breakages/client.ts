import type { Breakage } from './breakage.ts';

export interface ClientBreakage extends Breakage {
  /** Below `widget/src/`, or `dashboard/src/`. */
  module: string;
  /** The file in this folder that takes its place. */
  by: string;
}

/** Ways in which a page could break the promise, none of which the widget has. */
export const clientBreakages: Record<string, ClientBreakage> = {
  'asks for nothing after a lost connection': {
    module: 'connection/catch-up.ts',
    by: 'no-catch-up.ts',
    scene: 'it is written while another tab sleeps',
    expects: 'wrongInAView',
  },
  'asks for what follows one line too late': {
    module: 'connection/catch-up.ts',
    by: 'catch-up-too-late.ts',
    scene: 'it is written while another tab sleeps',
    expects: 'wrongInAView',
  },
  'sends again under another id': {
    module: 'connection/outbox.ts',
    by: 'another-id.ts',
    scene: 'the server dies between storing and answering',
    expects: 'storedTwice',
  },
  'takes a lost connection for an answer': {
    module: 'connection/outbox.ts',
    by: 'lost-is-sent.ts',
    scene: 'the server dies before it is stored',
    expects: 'acknowledgedButLost',
  },
  'forgets what waits when the page goes': {
    module: 'connection/outbox.ts',
    by: 'no-restore.ts',
    scene: 'the server dies before it is stored, and the page with it',
    expects: 'writtenButGone',
  },
  'strikes out what it has sent before it is answered': {
    module: 'connection/outbox.ts',
    by: 'struck-out-early.ts',
    scene: 'the server dies before it is stored, and the page with it',
    expects: 'writtenButGone',
  },
  'lets two tabs send the same under ids of their own': {
    module: 'connection/outbox.ts',
    by: 'own-ids.ts',
    scene: 'it waits while another tab opens',
    expects: 'storedTwice',
  },
};
