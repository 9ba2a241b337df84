import type { ArticleId, SiteId } from '@ventanilla/shared/ids';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { and, asc, count, desc, eq, getTableColumns, gt, inArray, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { ArticleRow } from '../../domain/rows.ts';
import type { Database, Db } from '../database.ts';
import type { ArticleQueries, MissQueries } from '../knowledge-port.ts';
import { first } from './first.ts';
import { indexConditions } from './index-conditions.ts';

export function articleQueries({ db, schema, change }: Database): ArticleQueries {
  const { articles, counters } = schema;
  const { isRevised } = indexConditions(schema);
  const { body: _body, phrasings: _phrasings, edition: _edition, ...listed } = getTableColumns(articles);

  /** Whoever publishes takes turns, so that revisions are committed in their order. */
  async function nextRevision(tx: Db): Promise<number> {
    const counted = await tx
      .update(counters)
      .set({ value: sql`${counters.value} + 1` })
      .where(eq(counters.name, 'articles'))
      .returning();
    return first(counted)?.value ?? 0;
  }

  async function update(
    tx: Db,
    id: ArticleId,
    version: number,
    patch: Partial<ArticleRow>,
  ): Promise<ArticleRow | null> {
    const updated = await tx
      .update(articles)
      .set({ ...patch, version: version + 1 })
      .where(and(eq(articles.id, id), eq(articles.version, version)))
      .returning();
    return first(updated);
  }

  return {
    byId: async (id) => first(await db.select().from(articles).where(eq(articles.id, id))),
    create: (article, events) =>
      change(async ({ tx, record }) => {
        const row: ArticleRow = {
          ...article,
          state: 'draft',
          edition: {},
          hasChanges: false,
          revision: 0,
          views: 0,
          helpfulYes: 0,
          helpfulNo: 0,
          publishedAt: 0,
          version: 1,
          updatedAt: article.createdAt,
        };
        const inserted = await tx.insert(articles).values(row).onConflictDoNothing().returning();
        if (inserted.length === 0) return null;
        await record(events, row.version);
        return row;
      }),
    save: (id, version, patch, events) =>
      change(async ({ tx, record }) => {
        const row = await update(tx, id, version, patch);
        if (row) await record(events, row.version);
        return row;
      }),
    publish: (id, version, publication, events) =>
      change(async ({ tx, record }) => {
        const revision = await nextRevision(tx);
        const row = await update(tx, id, version, { ...publication, hasChanges: false, revision });
        if (row) await record(events, row.version);
        return row;
      }),
    list: async ({ siteId, locale, state, category, before, limit }) => {
      const where = and(
        eq(articles.siteId, siteId),
        eq(articles.locale, locale),
        state === undefined ? undefined : eq(articles.state, state),
        category === undefined ? undefined : eq(articles.category, category),
        before ? sql`(${articles.updatedAt}, ${articles.id}) < (${before.updatedAt}, ${before.id})` : undefined,
      );
      return db
        .select(listed)
        .from(articles)
        .where(where)
        .orderBy(desc(articles.updatedAt), desc(articles.id))
        .limit(limit);
    },
    counts: async (siteId, locale) =>
      db
        .select({ state: articles.state, category: articles.category, count: count() })
        .from(articles)
        .where(and(eq(articles.siteId, siteId), eq(articles.locale, locale)))
        .groupBy(articles.state, articles.category),
    ofSlugs: async (siteId, slugs) => {
      if (slugs.length === 0) return [];
      const { id, locale, slug, state, publishedAt } = articles;
      return db
        .select({ id, locale, slug, state, publishedAt })
        .from(articles)
        .where(and(eq(articles.siteId, siteId), inArray(articles.slug, [...slugs])))
        .orderBy(asc(articles.slug), asc(articles.locale));
    },
    afterRevision: async (revision, limit) =>
      db
        .select()
        .from(articles)
        .where(and(isRevised, gt(articles.revision, revision)))
        .orderBy(asc(articles.revision))
        .limit(limit),
    addTallies: (tallies) =>
      change(async ({ tx }) => {
        for (const { id, views, helpfulYes, helpfulNo } of tallies) {
          await tx
            .update(articles)
            .set({
              views: sql`${articles.views} + ${views}`,
              helpfulYes: sql`${articles.helpfulYes} + ${helpfulYes}`,
              helpfulNo: sql`${articles.helpfulNo} + ${helpfulNo}`,
            })
            .where(eq(articles.id, id));
        }
      }),
  };
}

export function missQueries({ db, schema: { searchMisses }, change }: Database): MissQueries {
  const isOf = (siteId: SiteId, locale: Locale) =>
    and(eq(searchMisses.siteId, siteId), eq(searchMisses.locale, locale));

  /** What was asked last before `since`, and what is older than the `kept` newest. */
  async function forget(tx: Db, shelf: SQL | undefined, since: number, kept: number): Promise<void> {
    await tx.delete(searchMisses).where(and(shelf, lt(searchMisses.lastAt, since)));
    const tooMany = await tx
      .select({ lastAt: searchMisses.lastAt })
      .from(searchMisses)
      .where(shelf)
      .orderBy(desc(searchMisses.lastAt))
      .limit(1)
      .offset(kept);
    const oldest = first(tooMany);
    if (oldest) await tx.delete(searchMisses).where(and(shelf, lte(searchMisses.lastAt, oldest.lastAt)));
  }

  return {
    add: (misses, since, kept) =>
      change(async ({ tx }) => {
        if (misses.length === 0) return;
        await tx
          .insert(searchMisses)
          .values([...misses])
          .onConflictDoUpdate({
            target: [searchMisses.siteId, searchMisses.locale, searchMisses.text],
            set: {
              count: sql`${searchMisses.count} + excluded.count`,
              lastAt: sql`excluded.last_at`,
            },
          });
        const shelves = new Map(misses.map(({ siteId, locale }) => [`${siteId} ${locale}`, isOf(siteId, locale)]));
        for (const shelf of shelves.values()) await forget(tx, shelf, since, kept);
      }),
    list: async (siteId, locale, limit) =>
      db
        .select()
        .from(searchMisses)
        .where(isOf(siteId, locale))
        .orderBy(desc(searchMisses.count), desc(searchMisses.text))
        .limit(limit),
    total: async (siteId, locale) => {
      const sum = sql<number>`coalesce(sum(${searchMisses.count}), 0)`.mapWith(Number);
      return first(await db.select({ sum }).from(searchMisses).where(isOf(siteId, locale)))?.sum ?? 0;
    },
  };
}
