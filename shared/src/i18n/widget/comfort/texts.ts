/** What makes a conversation comfortable once it has begun. `{…}` are slots for values. */
export interface ComfortTexts {
  /** Name of the button that opens the menu. */
  menu: string;
  keepCopy: string;
  /** A switch: whether an answer that cannot be seen is heard. */
  sound: string;
  end: string;
  notDone: string;

  /** The network is there, the server is not: for a moment, and for longer than a restart takes. */
  reconnecting: string;
  away: string;

  /** The way to the last line, for whoever reads further up; `{count}` messages have come since. */
  toEnd: string;
  newsOne: string;
  newsMany: string;
}
