/** What the panel says before anything else has arrived. `{…}` are slots for values. */
export interface HomeTexts {
  /** In which it is read; the panel goes that way, whatever page it is on. */
  direction: 'ltr' | 'rtl';
  /** Name of the panel, for screen readers: `{site}`. */
  panel: string;
  close: string;
  back: string;
  loading: string;
  loadFailed: string;
  tryNow: string;

  /** The promise, computed from hours, presence and the queue: `{count}` minutes or people, `{when}`. */
  here: string;
  hereSoon: string;
  hereWithin: string;
  busy: string;
  busyPlace: string;
  nobody: string;
  closed: string;
  closedUntil: string;
  unknown: string;

  ask: string;
  askHint: string;
  writeToPerson: string;
  leaveMessage: string;
  /** The words written so far, `{text}`. */
  carried: string;

  today: string;
  yesterday: string;
  tomorrow: string;
  /** A day and a time; `…One` where the hour is one, since Spanish says it differently. */
  at: string;
  atOne: string;
  by: string;
  byOne: string;
  onDate: string;
}
