/** The notice of what is wrong just now; what it says is the site's. `{…}` are slots for values. */
export interface IncidentTexts {
  title: string;
  updated: string;
  hide: string;
}
