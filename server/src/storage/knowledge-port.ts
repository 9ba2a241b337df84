import type { ArticleId, SiteId } from '@ventanilla/shared/ids';
import type { ArticleState, Locale } from '@ventanilla/shared/vocabulary';
import type { NewEvent } from '../domain/decision.ts';
import type { ArticleEdition, ArticleRow, MissRow } from '../domain/rows.ts';

/** What waits comes in by `appendEntries` with what it tells of, or by `add`. */
/** A row of the writers' list; texts stay where they are. */
export type ArticleListRow = Omit<ArticleRow, 'body' | 'phrasings' | 'edition'>;
export type NewArticle = Pick<ArticleRow, 'id' | 'siteId' | 'locale' | 'slug' | 'updatedBy' | 'createdAt'> &
  ArticleEdition;
export type ArticlePatch = Partial<ArticleEdition> &
  Pick<ArticleRow, 'updatedBy' | 'updatedAt'> &
  Partial<Pick<ArticleRow, 'hasChanges'>>;
export type Publication = Pick<ArticleRow, 'state' | 'edition' | 'publishedAt' | 'updatedBy' | 'updatedAt'>;

export interface ArticleFilter {
  siteId: SiteId;
  locale: Locale;
  state?: ArticleState;
  category?: string;
  /** The last row of the page before; rows come by (updatedAt, id) descending. */
  before?: { updatedAt: number; id: ArticleId };
  limit: number;
}

export interface ArticleTally {
  id: ArticleId;
  views: number;
  helpfulYes: number;
  helpfulNo: number;
}

export interface ArticleQueries {
  byId(id: ArticleId): Promise<ArticleRow | null>;
  /** A draft; null when its slug is taken. */
  create(article: NewArticle, events: readonly NewEvent[]): Promise<ArticleRow | null>;
  /** What is being written; readers see nothing of it. Null when the version is stale (TK8). */
  save(id: ArticleId, version: number, patch: ArticlePatch, events: readonly NewEvent[]): Promise<ArticleRow | null>;
  /** What readers see from now on, at the next revision. Null when the version is stale. */
  publish(
    id: ArticleId,
    version: number,
    publication: Publication,
    events: readonly NewEvent[],
  ): Promise<ArticleRow | null>;
  list(filter: ArticleFilter): Promise<ArticleListRow[]>;
  /** How many there are of each state and category. */
  counts(siteId: SiteId, locale: Locale): Promise<(Pick<ArticleRow, 'state' | 'category'> & { count: number })[]>;
  /** Every language's article of these slugs. */
  ofSlugs(
    siteId: SiteId,
    slugs: readonly string[],
  ): Promise<Pick<ArticleRow, 'id' | 'locale' | 'slug' | 'state' | 'publishedAt'>[]>;
  /** What was published or archived after this revision, in that order. */
  afterRevision(revision: number, limit: number): Promise<ArticleRow[]>;
  /** Adds to the counts; unknown articles are skipped. */
  addTallies(tallies: readonly ArticleTally[]): Promise<void>;
}

export interface MissQueries {
  /** Adds to the counts (one row for a text), then forgets what was last asked before `since` and all but the `kept` newest. */
  add(misses: readonly MissRow[], since: number, kept: number): Promise<void>;
  /** The most asked first. */
  list(siteId: SiteId, locale: Locale, limit: number): Promise<MissRow[]>;
  /** Searches, not texts. */
  total(siteId: SiteId, locale: Locale): Promise<number>;
}
