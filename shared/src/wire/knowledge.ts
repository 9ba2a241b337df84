import * as v from 'valibot';
import type {
  Article,
  ArticleDraft,
  ArticleHit,
  ArticleMiss,
  ArticleNode,
  ArticleRef,
  ArticleSummary,
  ArticleTitle,
} from '../entities/article.ts';
import { limits } from '../limits.ts';
import { type ArticleState, articleAudiences, articleStates, locales } from '../vocabulary.ts';
import * as f from './fields.ts';
import { command } from './spec.ts';

const article = { field: 'articleId', noun: 'article' } as const;
const site = { field: 'siteId', noun: 'site' } as const;
const articleId = f.id('article');
const siteId = f.id('site');
const locale = v.picklist(locales);
const query = f.line(limits.queryLength);

/** What readers of a site ask; each sees what is meant for them and nothing else (KB1). */
export const readerCommands = {
  /** Best first; empty when nothing is worth offering. A finished query without an answer is kept (KB3). */
  'article:search': command<{ hits: ArticleHit[] }>()({
    by: 'anyone',
    isOfSite: true,
    kind: 'read',
    rate: 'read',
    /** `unfinished`: the last word is still being typed. */
    input: v.object({ query, locale, unfinished: v.optional(v.picklist(['yes', 'no']), 'no') }),
  }),
  /** In `locale` where there is a translation, else as it is. */
  'article:read': command<{ article: Article }>()({
    by: 'anyone',
    isOfSite: true,
    kind: 'read',
    rate: 'read',
    subject: article,
    input: v.object({ articleId, locale }),
  }),
  'article:popular': command<{ articles: ArticleRef[] }>()({
    by: 'anyone',
    isOfSite: true,
    kind: 'read',
    rate: 'read',
    isKept: true,
    input: v.object({ locale }),
  }),
  /** `isComplete`: there are no others, so that a browser which finds nothing need not ask. */
  'article:titles': command<{ articles: ArticleTitle[]; isComplete: boolean }>()({
    by: 'anyone',
    isOfSite: true,
    kind: 'read',
    rate: 'read',
    isKept: true,
    input: v.object({ locale }),
  }),
  /** One voice for a visitor and an article; the last one counts. */
  'article:vote': command<{ isHelpful: boolean }>()({
    by: 'visitor',
    kind: 'write',
    rate: 'write',
    subject: article,
    input: v.object({ articleId, isHelpful: v.boolean() }),
  }),
};

const articleFields = {
  title: v.pipe(
    f.line(limits.articleTitleLength),
    v.trim(),
    v.check((text) => text !== '', 'blank'),
  ),
  body: f.text(limits.articleBodyLength),
  phrasings: v.pipe(
    v.array(v.pipe(f.line(limits.phrasingLength), v.trim())),
    v.maxLength(limits.phrasingsPerArticle, 'too_many'),
  ),
  category: v.pipe(f.line(limits.categoryLength), v.trim()),
  audience: v.picklist(articleAudiences),
  position: f.whole(0, 1_000),
};

export interface ArticleList {
  articles: ArticleSummary[];
  /** Hand it back as `after`; '' when this was the last page. */
  next: string;
  /** Of this site and language, whatever the filter. */
  counts: Record<ArticleState, number>;
  /** Those of the articles that are not archived, by name. */
  categories: { name: string; count: number }[];
}

/** What agents do with the articles of their sites. */
export const writerCommands = {
  /** Latest change first. */
  'article:list': command<ArticleList>()({
    by: 'agent',
    kind: 'read',
    rate: 'read',
    subject: site,
    input: v.object({
      siteId,
      locale,
      state: v.optional(v.picklist(articleStates)),
      category: v.optional(f.line(limits.categoryLength), ''),
      after: v.optional(f.line(100), ''),
    }),
  }),
  /** As readers search, with what is for agents alone. */
  'article:find': command<{ hits: ArticleHit[] }>()({
    by: 'agent',
    kind: 'read',
    rate: 'read',
    subject: site,
    input: v.object({ siteId, locale, query, unfinished: v.optional(v.picklist(['yes', 'no']), 'no') }),
  }),
  'article:open': command<{ article: ArticleDraft }>()({
    by: 'agent',
    kind: 'read',
    rate: 'read',
    subject: article,
    input: v.object({ articleId }),
  }),
  /** A draft. Without a slug it gets one from its title; a translation takes the original's. */
  'article:create': command<{ article: ArticleDraft }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: site,
    input: v.object({
      siteId,
      locale,
      title: articleFields.title,
      slug: v.optional(
        v.pipe(v.string(), v.regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/), v.maxLength(limits.slugLength)),
        '',
      ),
      body: v.optional(articleFields.body, ''),
      phrasings: v.optional(articleFields.phrasings, []),
      category: v.optional(articleFields.category, ''),
      audience: v.optional(articleFields.audience, 'public'),
      position: v.optional(articleFields.position, 0),
    }),
  }),
  /** TK8: a stale version gives `conflict` with the article as it is. Readers see it once it is published. */
  'article:save': command<{ article: ArticleDraft }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: article,
    input: v.object({ articleId, version: f.version, ...v.partial(v.object(articleFields)).entries }),
  }),
  'article:publish': command<{ article: ArticleDraft }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: article,
    input: v.object({ articleId, version: f.version }),
  }),
  'article:archive': command<{ article: ArticleDraft }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: article,
    input: v.object({ articleId, version: f.version }),
  }),
  /** Stores nothing; a POST because a body does not fit into an address. */
  'article:preview': command<{ nodes: ArticleNode[]; readingMinutes: number }>()({
    by: 'agent',
    kind: 'write',
    rate: 'read',
    input: v.object({ body: articleFields.body }),
  }),
  /** KB3. The most asked first, without what articles written since then answer; `total` counts all searches. */
  'miss:list': command<{ misses: ArticleMiss[]; total: number }>()({
    by: 'agent',
    kind: 'read',
    rate: 'read',
    subject: site,
    input: v.object({ siteId, locale }),
  }),
};
