/** Articles: found from the home screen, read, and whether they helped. `{…}` are slots for values. */
export interface FaqTexts {
  popular: string;
  /** Above the one that is likely the answer. */
  likely: string;
  read: string;
  /** Above a list: beside a likely answer, and without one. */
  others: string;
  maybe: string;
  none: string;
  noneHint: string;
  notSearched: string;
  /** Told to who cannot see the list: `{count}`. */
  foundOne: string;
  found: string;

  articles: string;
  /** `{date}`, `{count}` minutes. */
  published: string;
  related: string;
  /** Of a link, for who cannot see where it leads. */
  otherTab: string;
  gone: string;
  goneHint: string;
  notLoaded: string;

  helped: string;
  yes: string;
  no: string;
  thanks: string;
  sorry: string;
  notSaved: string;
}
