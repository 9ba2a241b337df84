import type { Provocation } from '../crash.ts';

export interface ClientBreakage extends Provocation {
  /** Below `widget/src/`. */
  module: string;
  /** The file in this folder that takes its place. */
  by: string;
}

/** Ways in which a page could break the promise, none of which the widget has. */
export const clientBreakages: Record<string, ClientBreakage> = {
  'asks for nothing after a lost connection': {
    module: 'connection/catch-up.ts',
    by: 'no-catch-up.ts',
    aim: 'after-commit',
    tabCrashesPerMinute: 1,
  },
  'asks for what follows one line too late': {
    module: 'connection/catch-up.ts',
    by: 'catch-up-too-late.ts',
    aim: 'after-commit',
    tabCrashesPerMinute: 1,
  },
  'forgets what waits when the page goes': {
    module: 'connection/outbox.ts',
    by: 'no-restore.ts',
    aim: 'append:before',
    tabCrashesPerMinute: 600,
  },
  'takes a lost connection for an answer': {
    module: 'connection/outbox.ts',
    by: 'lost-is-sent.ts',
    aim: 'append:before',
    tabCrashesPerMinute: 1,
  },
  'sends again under another id': {
    module: 'connection/outbox.ts',
    by: 'another-id.ts',
    aim: 'append:committed',
    tabCrashesPerMinute: 1,
  },
};
