import type { ArticleTranslation } from '@ventanilla/shared/entities/article';
import type { ArticleId, SiteId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import type { ArticleRow } from '../../domain/rows.ts';

export type Translations = ReadonlyMap<ArticleId, ArticleTranslation[]>;

/** The articles of the same slug in other languages, by article. */
export async function translationsOf(
  { store }: Pick<Deps, 'store'>,
  siteId: SiteId,
  articles: readonly Pick<ArticleRow, 'id' | 'slug'>[],
): Promise<Translations> {
  const slugs = [...new Set(articles.map(({ slug }) => slug))];
  const bySlug = Map.groupBy(await store.articles.ofSlugs(siteId, slugs), ({ slug }) => slug);
  return new Map(articles.map(({ id, slug }) => [id, (bySlug.get(slug) ?? []).filter((other) => other.id !== id)]));
}
