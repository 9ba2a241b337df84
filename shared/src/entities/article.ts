import type { ArticleId, SiteId } from '../ids.ts';
import type { ArticleAudience, ArticleState, Locale } from '../vocabulary.ts';
import type { PersonRef } from './agent.ts';

/** The elements that a text may consist of. Readers that meet another one show its children. */
export type ArticleTag = 'h2' | 'h3' | 'p' | 'ul' | 'ol' | 'li' | 'pre' | 'code' | 'strong' | 'em' | 'a';

/**
 * A text as a tree that readers turn into elements; never a string of HTML. A string is text, whatever it looks like; a
 * line break in it is meant (`white-space: pre-line`).
 */
export type ArticleNode = string | ArticleElement;

export interface ArticleElement {
  tag: ArticleTag;
  children: ArticleNode[];
  /** Of every `a`: an http, https, mailto or tel address. */
  href?: string;
  /** Of an `ol` that does not begin with 1. */
  start?: number;
}

export interface ArticleRef {
  id: ArticleId;
  title: string;
}

/** Part of a text, in UTF-16 code units, `end` not included. */
export interface TextRange {
  start: number;
  end: number;
}

/** What a search found. `card`: likely the answer, show it first and larger. `list`: worth offering among others. */
export interface ArticleHit extends ArticleRef {
  confidence: 'card' | 'list';
  /** Words of the title that fit what was asked. */
  titleRanges: TextRange[];
  /** The place in the text that fits best, else its beginning. */
  excerpt: string;
  excerptRanges: TextRange[];
}

/** What a browser needs to search by itself. */
export interface ArticleTitle extends ArticleRef {
  phrasings: string[];
}

/** An article as its readers see it. */
export interface Article extends ArticleRef {
  locale: Locale;
  /** Stable name within site and language, for addresses; the same in every translation. */
  slug: string;
  category: string;
  nodes: ArticleNode[];
  readingMinutes: number;
  publishedAt: number;
  related: ArticleRef[];
  /** The same article in other languages, as far as this reader may see it. */
  translations: { id: ArticleId; locale: Locale }[];
}

/** Another language's article of the same slug, as its writers see it: older than the original, it is out of date. */
export interface ArticleTranslation {
  id: ArticleId;
  locale: Locale;
  state: ArticleState;
  publishedAt: number;
}

/** A row of the writers' list. */
export interface ArticleSummary extends ArticleRef {
  siteId: SiteId;
  locale: Locale;
  slug: string;
  category: string;
  audience: ArticleAudience;
  state: ArticleState;
  /** Published, and written further since: readers still see what was published. */
  hasChanges: boolean;
  /** Place among the most asked, 1 first; 0: by how often it is read. */
  position: number;
  views: number;
  helpfulYes: number;
  helpfulNo: number;
  updatedBy: PersonRef | null;
  updatedAt: number;
  /** Of what readers see now; 0 before the first time. */
  publishedAt: number;
  version: number;
  translations: ArticleTranslation[];
}

/** An article as it is being written. */
export interface ArticleDraft extends ArticleSummary {
  /** Markdown: headings, paragraphs, bold, italic, links, lists, code. */
  body: string;
  phrasings: string[];
}

/** KB3. What people asked and no article answers, without who it was. */
export interface ArticleMiss {
  /** Lower case, without accents, e-mail addresses and numbers. */
  text: string;
  count: number;
  lastAt: number;
  /** The article that comes nearest; it may only lack this way of asking. */
  nearest: ArticleRef | null;
}
