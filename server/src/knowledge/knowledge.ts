import type { ArticleId, SiteId } from '@ventanilla/shared/ids';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { publicEdition } from '../domain/knowledge/edition.ts';
import type { ArticleRow } from '../domain/rows.ts';
import type { Store } from '../storage/store.ts';
import { createShelf, type Shelf, type ShelvedArticle } from './shelf.ts';

/**
 * Published articles in memory, so that no search, list or vote costs a query. They are read while the server starts; who
 * asks earlier waits for them.
 */
export interface Knowledge {
  /** An empty one where nothing is published. */
  shelf(siteId: SiteId, locale: Locale): Promise<Shelf>;
  article(id: ArticleId): Promise<ShelvedArticle | null>;
  /** The same article in every language in which it is published. */
  ofSlug(siteId: SiteId, slug: string): Promise<ShelvedArticle[]>;
  /** Reads what was published and archived since, by whichever process; called after each such change and now and then. */
  refresh(): Promise<void>;
}

/** Between two pages other work has its turn. */
const pageLength = 25;

export function openKnowledge(store: Pick<Store, 'articles'>): Knowledge {
  const shelves = new Map<string, Shelf>();
  const articles = new Map<ArticleId, ShelvedArticle>();
  const bySlug = new Map<string, Map<ArticleId, ShelvedArticle>>();
  let revision = 0;
  let isRead = false;
  let tail: Promise<void> = Promise.resolve();

  function shelfOf(siteId: SiteId, locale: Locale): Shelf {
    const key = `${siteId} ${locale}`;
    const made = shelves.get(key) ?? createShelf(locale);
    shelves.set(key, made);
    return made;
  }

  function apply(row: ArticleRow): void {
    const key = `${row.siteId} ${row.slug}`;
    const translations = bySlug.get(key) ?? new Map<ArticleId, ShelvedArticle>();
    const shelf = shelfOf(row.siteId, row.locale);
    const edition = publicEdition(row);
    if (edition) {
      const article = shelf.put(row, edition);
      articles.set(row.id, article);
      bySlug.set(key, translations.set(row.id, article));
      return;
    }
    shelf.remove(row.id);
    articles.delete(row.id);
    translations.delete(row.id);
    if (translations.size === 0) bySlug.delete(key);
  }

  async function catchUp(): Promise<void> {
    for (let rows = await next(); rows.length > 0; rows = await next()) {
      for (const row of rows) apply(row);
      revision = rows.at(-1)?.revision ?? revision;
    }
    isRead = true;
  }

  function next(): Promise<ArticleRow[]> {
    return store.articles.afterRevision(revision, pageLength);
  }

  function refresh(): Promise<void> {
    const done = tail.then(catchUp);
    tail = done.catch(() => undefined);
    return done;
  }

  /** What failed at the start is tried again by whoever needs it, and then they hear why. */
  async function ready(): Promise<void> {
    if (!isRead) await refresh();
  }

  refresh().catch(() => undefined);

  return {
    refresh,
    async shelf(siteId, locale) {
      await ready();
      return shelfOf(siteId, locale);
    },
    async article(id) {
      await ready();
      return articles.get(id) ?? null;
    },
    async ofSlug(siteId, slug) {
      await ready();
      return [...(bySlug.get(`${siteId} ${slug}`)?.values() ?? [])];
    },
  };
}
