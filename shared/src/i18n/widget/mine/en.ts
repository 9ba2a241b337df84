import type { MineTexts } from './texts.ts';

export const texts: MineTexts = {
  mine: 'Your conversations',
  all: 'See all',
  current: 'In progress',
  past: 'Finished',
  startAnother: 'Start another one',
  unread: 'Unread',

  state: {
    queued: 'In the queue',
    active: 'In progress',
    answered: 'Answered',
    withdrawn: 'Withdrawn',
    discarded: 'Closed',
  },

  team: 'The team',
  ticket: '{number} · {name} · {when}',
  active: '{name} is with you',
  queued: 'Becomes a ticket if nobody answers {when}',
  began: 'Started {when}',
};
