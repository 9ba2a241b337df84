/** My conversations and tickets: short words for a row. `{…}` are slots for values. */
export interface MineTexts {
  mine: string;
  all: string;
  current: string;
  past: string;
  startAnother: string;
  unread: string;

  state: { queued: string; active: string; answered: string; withdrawn: string; discarded: string };

  ticket: string;
  team: string;
  active: string;
  queued: string;
  began: string;
}
