/** Ids are a prefix that names the thing and a UUIDv7, e.g. `cnv_0199…`: sortable by age, never guessed from a client id. */
export const idPrefixes = {
  site: 'sit',
  group: 'grp',
  agent: 'agt',
  visitor: 'vis',
  requester: 'req',
  conversation: 'cnv',
  entry: 'ent',
  ticket: 'tkt',
  event: 'evt',
  invitation: 'inv',
  file: 'fil',
  article: 'art',
  mail: 'mai',
  ticketLink: 'tln',
} as const;
export type IdNoun = keyof typeof idPrefixes;

export type Id<N extends IdNoun> = `${(typeof idPrefixes)[N]}_${string}`;
export type SiteId = Id<'site'>;
export type GroupId = Id<'group'>;
export type AgentId = Id<'agent'>;
export type VisitorId = Id<'visitor'>;
export type RequesterId = Id<'requester'>;
export type ConversationId = Id<'conversation'>;
export type EntryId = Id<'entry'>;
export type TicketId = Id<'ticket'>;
export type EventId = Id<'event'>;
export type InvitationId = Id<'invitation'>;
export type FileId = Id<'file'>;
export type ArticleId = Id<'article'>;
export type MailId = Id<'mail'>;
export type TicketLinkId = Id<'ticketLink'>;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

/** What an id of this noun looks like; everything else is refused before it reaches the database. */
export function idPattern(noun: IdNoun): RegExp {
  return new RegExp(`^${idPrefixes[noun]}_${uuid}$`);
}

/** What a client-made id (DL1) looks like: a bare UUIDv7. */
export const clientIdPattern = new RegExp(`^${uuid}$`);

/**
 * A UUIDv7 (RFC 9562) from an instant in ms UTC and 16 random bytes, so that the caller owns clock and chance.
 * The bytes come from `getRandomValues`: pages on plain http have no `randomUUID`.
 */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  const time = Math.floor(nowMs).toString(16).padStart(12, '0');
  const hex = Array.from(random, (byte, at) =>
    (at === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
  ).join('');
  return `${time}7${hex.slice(13)}`.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
