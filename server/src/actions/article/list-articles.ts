import { limits } from '@ventanilla/shared/limits';
import { type ArticleState, articleStates } from '@ventanilla/shared/vocabulary';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { ArticleListRow } from '../../storage/store.ts';
import type { AgentCaller } from '../caller.ts';
import { readCursor, writeCursor } from '../list-cursor.ts';
import { agentSite } from './agent-site.ts';
import { type Translations, translationsOf } from './translations-of.ts';

export interface ArticlesPage {
  articles: ArticleListRow[];
  translations: Translations;
  next: string;
  counts: Record<ArticleState, number>;
  categories: { name: string; count: number }[];
}

/** Latest change first, by keyset. */
export async function listArticles(
  deps: Deps,
  caller: AgentCaller,
  { siteId, locale, state, category, after }: CommandData<'article:list'>,
): Promise<ArticlesPage> {
  agentSite(caller, siteId);
  const filter = {
    siteId,
    locale,
    limit: limits.listPage,
    ...(state && { state }),
    ...(category !== '' && { category }),
    ...(after !== '' && { before: readCursor('article', after) }),
  };
  const [articles, counted] = await Promise.all([
    deps.store.articles.list(filter),
    deps.store.articles.counts(siteId, locale),
  ]);
  const translations = await translationsOf(deps, siteId, articles);
  return { articles, translations, next: writeCursor(articles, limits.listPage), ...sumsOf(counted) };
}

type Counted = { state: ArticleState; category: string; count: number }[];

function sumsOf(counted: Counted): Pick<ArticlesPage, 'counts' | 'categories'> {
  const sum = (rows: Counted) => rows.reduce((total, { count }) => total + count, 0);
  const [draft, published, archived] = articleStates.map((state) => sum(counted.filter((row) => row.state === state)));
  const current = counted.filter((row) => row.state !== 'archived' && row.category !== '');
  const byName = Map.groupBy(current, ({ category }) => category);
  const categories = [...byName].map(([name, rows]) => ({ name, count: sum(rows) }));
  return {
    counts: { draft: draft ?? 0, published: published ?? 0, archived: archived ?? 0 },
    categories: categories.sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, limits.categoriesPerList),
  };
}
