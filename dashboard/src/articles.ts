import { signal } from '@preact/signals';
import type { ArticleMiss, ArticleSummary } from '@ventanilla/shared/entities/article';
import type { ArticleId, SiteId } from '@ventanilla/shared/ids';
import type { ArticleState, Locale } from '@ventanilla/shared/vocabulary';
import type { ArticleList } from '@ventanilla/shared/wire/knowledge';
import type { Answer, Failure } from './connection/failure.ts';
import { call } from './live.ts';

/** What the address bar asks for. */
export interface ArticleFilter {
  siteId: SiteId;
  locale: Locale;
  state: ArticleState | '';
  category: string;
}

export interface ShownArticles {
  filter: ArticleFilter;
  list: ArticleList | null;
  isLoading: boolean;
  failure: Failure | null;
}

export const shownArticles = signal<ShownArticles | null>(null);

/** Asking again keeps the old rows until the new ones are here, if they are of the same site and language. */
export async function listArticles(filter: ArticleFilter): Promise<void> {
  const before = shownArticles.value;
  const isSame =
    before?.filter.siteId === filter.siteId &&
    before.filter.locale === filter.locale &&
    before.filter.state === filter.state &&
    before.filter.category === filter.category;
  const list = isSame ? before.list : null;
  shownArticles.value = { filter, list, isLoading: true, failure: null };
  const answer = await call('article:list', queryOf(filter, ''));
  const shown = shownArticles.value;
  if (shown?.filter !== filter) return;
  shownArticles.value = answer.ok
    ? { filter, list: answer.data, isLoading: false, failure: null }
    : { ...shown, isLoading: false, failure: answer.error };
}

export async function listMoreArticles(): Promise<void> {
  const before = shownArticles.value;
  if (!before?.list || before.isLoading || before.list.next === '') return;
  shownArticles.value = { ...before, isLoading: true };
  const answer = await call('article:list', queryOf(before.filter, before.list.next));
  const shown = shownArticles.value;
  if (!shown?.list || shown.filter !== before.filter) return;
  shownArticles.value = answer.ok
    ? {
        ...shown,
        list: { ...answer.data, articles: joined(shown.list.articles, answer.data.articles) },
        isLoading: false,
      }
    : { ...shown, isLoading: false, failure: answer.error };
}

/** One more way of asking; an article that readers see gets it at once, one with changes when those are published. */
export async function addPhrasing(id: ArticleId, miss: ArticleMiss): Promise<Answer<{ isPublic: boolean }>> {
  const opened = await call('article:open', { articleId: id });
  if (!opened.ok) return opened;
  const { version, phrasings, state, hasChanges } = opened.data.article;
  const saved = await call('article:save', { articleId: id, version, phrasings: [...phrasings, miss.text] });
  if (!saved.ok) return saved;
  if (state !== 'published' || hasChanges) return { ok: true, data: { isPublic: false } };
  const published = await call('article:publish', { articleId: id, version: saved.data.article.version });
  return published.ok ? { ok: true, data: { isPublic: true } } : published;
}

function joined(known: readonly ArticleSummary[], page: readonly ArticleSummary[]): ArticleSummary[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...page.filter(({ id }) => !ids.has(id))];
}

function queryOf({ siteId, locale, state, category }: ArticleFilter, after: string) {
  return { siteId, locale, ...(state && { state }), ...(category && { category }), after };
}
