import type { AgentId, ArticleId, SiteId } from '@ventanilla/shared/ids';
import { sql } from 'drizzle-orm';
import type * as row from '../../domain/rows.ts';
import type { Kit } from './kit.ts';

type Reference = Parameters<ReturnType<Kit['text']>['references']>[0];

/** Articles, and what people asked that none of them answers; a part of `defineSchema`. */
export function defineKnowledgeTables(kit: Kit, siteId: Reference) {
  const articles = kit.table(
    'articles',
    {
      id: kit.text('id').$type<ArticleId>().primaryKey(),
      siteId: kit.text('site_id').$type<SiteId>().references(siteId),
      locale: kit.text('locale').$type<row.ArticleRow['locale']>(),
      slug: kit.text('slug'),
      title: kit.text('title'),
      body: kit.text('body'),
      phrasings: kit.json<row.ArticleRow['phrasings']>('phrasings'),
      category: kit.text('category'),
      audience: kit.text('audience').$type<row.ArticleRow['audience']>(),
      position: kit.integer('position'),
      state: kit.text('state').$type<row.ArticleRow['state']>(),
      edition: kit.json<row.ArticleRow['edition']>('edition'),
      hasChanges: kit.boolean('has_changes'),
      revision: kit.integer('revision'),
      views: kit.integer('views'),
      helpfulYes: kit.integer('helpful_yes'),
      helpfulNo: kit.integer('helpful_no'),
      updatedBy: kit.text('updated_by').$type<AgentId | ''>(),
      publishedAt: kit.integer('published_at'),
      version: kit.integer('version'),
      createdAt: kit.integer('created_at'),
      updatedAt: kit.integer('updated_at'),
    },
    (article) => [
      kit.uniqueIndex('articles_slug').on(article.siteId, article.slug, article.locale),
      kit.index('articles_by_update').on(article.siteId, article.locale, article.updatedAt, article.id),
      kit.index('articles_by_state').on(article.siteId, article.locale, article.state, article.updatedAt, article.id),
      kit.index('articles_by_revision').on(article.revision).where(sql`revision > 0`),
      // KB1: what readers may see is always there whole.
      kit.check('articles_published_is_written', sql`state <> 'published' OR edition <> '{}'`),
    ],
  );

  const searchMisses = kit.table(
    'search_misses',
    {
      siteId: kit.text('site_id').$type<SiteId>().references(siteId),
      locale: kit.text('locale').$type<row.MissRow['locale']>(),
      text: kit.text('text'),
      count: kit.integer('count'),
      lastAt: kit.integer('last_at'),
    },
    (miss) => [
      kit.primaryKey({ columns: [miss.siteId, miss.locale, miss.text] }),
      kit.index('search_misses_by_count').on(miss.siteId, miss.locale, miss.count, miss.text),
      kit.index('search_misses_by_time').on(miss.siteId, miss.locale, miss.lastAt),
    ],
  );

  return { articles, searchMisses };
}
