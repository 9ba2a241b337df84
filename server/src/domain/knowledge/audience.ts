import type { ArticleAudience } from '@ventanilla/shared/vocabulary';

/** Who reads, as far as it matters here: somebody, somebody whom the site has identified, or an agent. */
export type ReaderKind = 'anyone' | 'identified' | 'agent';

const bits: Record<ArticleAudience, number> = { public: 1, signed_in: 2, staff: 4 };
const seenBy: Record<ReaderKind, number> = {
  anyone: bits.public,
  identified: bits.public | bits.signed_in,
  agent: bits.public | bits.signed_in | bits.staff,
};

/** KB1 as bits: an article is for a reader when the two share one. */
export const articleBits = (audience: ArticleAudience): number => bits[audience];
export const readerBits = (reader: ReaderKind): number => seenBy[reader];

/** KB1. */
export function mayRead(reader: ReaderKind, audience: ArticleAudience): boolean {
  return (readerBits(reader) & articleBits(audience)) !== 0;
}
