/** A conversation as a file for its visitor. `{…}` are slots for values. */
export interface CopyTexts {
  preparing: string;
  kept: string;
  notKept: string;

  /** Of the file, without its ending: `{name}` is the number of the ticket, or the site. */
  fileName: string;
  title: string;
  /** `{zone}` names the time zone, as `Europe/Madrid`. */
  asOf: string;
  /** A file that was sent, by name. */
  file: string;
}
