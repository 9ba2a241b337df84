/** These stand alone so that the widget carries no others. */
export const messageLength = 10_000;
export const urlLength = 2_000;
export const contextTextLength = 300;
export const ratingCommentLength = 1_000;
export const addressLength = 254;
export const fileBytes = 10 * 1024 * 1024;
export const filesPerMessage = 5;
export const attributesPerConversation = 20;
export const attributeNameLength = 40;
export const attributeTextLength = 200;

/** One number for interface and validation. Lengths are UTF-16 code units, sizes bytes, times milliseconds. */
export const limits = {
  /** TK4: a ticket that has been solved for this long is closed. */
  closeAfterMs: 7 * 24 * 60 * 60 * 1000,
  messageLength,
  ratingCommentLength,
  nameLength: 120,
  addressLength,
  passwordMinLength: 10,
  passwordMaxLength: 128,
  urlLength,
  contextTextLength,
  fileBytes,
  attributesPerConversation,
  attributeNameLength,
  attributeTextLength,
  filesPerMessage,
  /** UTF-16 code units of a file's display name, its extension included. */
  fileNameLength: 120,
  /** A picture with more is handed over as a download and never shown. */
  shownPixels: 40_000_000,
  /** What was uploaded and never sent is removed after this. */
  unsentFileLifeMs: 24 * 60 * 60 * 1000,
  /** Origins a site may be embedded on. */
  originsPerSite: 50,
  intervalsPerDay: 8,
  /** Closed dates of a site, days of one of them, and what it is called. */
  closedDatesPerSite: 100,
  closedDays: 366,
  closedNameLength: 60,
  incidentLength: 400,
  /** A site's picture: bytes, and pixels of its longer side. */
  logoBytes: 64 * 1024,
  logoPixels: 512,
  /** Hosts on which a site's tag is remembered, the latest ones. */
  sightingsPerSite: 20,
  /** Rows of the inbox in one answer. */
  inboxRows: 1_000,
  /** Entries, and events, since a position; more are answered by a snapshot (DL9). */
  changesPerAnswer: 1_000,
  /** Entries in one answer; a larger gap is answered by a snapshot (DL4). */
  entriesPerPage: 200,
  articleTitleLength: 160,
  articleBodyLength: 50_000,
  /** Why a ticket's priority is not the matrix's. */
  priorityReasonLength: 200,
  categoryLength: 60,
  slugLength: 80,
  /** Other ways of asking what an article answers. */
  phrasingsPerArticle: 20,
  phrasingLength: 200,
  queryLength: 300,
  /** Articles in one answer to a search: one card and four more. */
  hitsPerSearch: 5,
  popularArticles: 4,
  relatedArticles: 3,
  /** Titles that a browser gets to search by itself. */
  titlesPerSite: 2_000,
  missesPerList: 20,
  categoriesPerList: 200,
  listPage: 50,
  /** Earlier conversations of a person, beside the one in hand. */
  pastConversations: 10,
  /** A command on a socket or in a request body: a long article in a script of three bytes a character. */
  commandBytes: 192 * 1024,
  invitationLifeMs: 7 * 24 * 60 * 60 * 1000,
  setupLifeMs: 24 * 60 * 60 * 1000,
  ticketLinkLifeMs: 90 * 24 * 60 * 60 * 1000,
} as const;
