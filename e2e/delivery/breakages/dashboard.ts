import type { ClientBreakage } from './client.ts';

/** Ways in which an agent's page could break the promise, none of which the dashboard has. */
export const dashboardBreakages: Record<string, ClientBreakage> = {
  'asks, at the desk, for nothing after a lost connection': {
    module: 'conversations.ts',
    by: 'desk-no-catch-up.ts',
    scene: 'it is written while an agent who has it open has no line',
    expects: 'wrongInAView',
  },
  'forgets, at the desk, what waits when the page goes': {
    module: 'remembered.ts',
    by: 'desk-no-restore.ts',
    scene: 'an agent writes without a line, and opens the page anew',
    expects: 'writtenButGone',
  },
};
