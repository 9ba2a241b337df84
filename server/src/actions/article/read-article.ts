import type { ArticleId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { mayRead } from '../../domain/knowledge/audience.ts';
import { publicEdition } from '../../domain/knowledge/edition.ts';
import type { ArticleEdition, ArticleRow } from '../../domain/rows.ts';
import type { ShelvedArticle } from '../../knowledge/shelf.ts';
import { AppError } from '../app-error.ts';
import type { OpenCaller } from '../caller.ts';
import { type Reader, readerOf } from './reader-of.ts';

export interface ReadableArticle {
  row: ArticleRow;
  edition: ArticleEdition;
  related: ShelvedArticle[];
  translations: ShelvedArticle[];
}

/** KB1. As it was published, in the reader's language where there is a translation; not theirs and not there answer alike. */
export async function readArticle(
  deps: Deps,
  caller: OpenCaller,
  { articleId, locale }: CommandData<'article:read'>,
): Promise<ReadableArticle> {
  const reader = readerOf(caller);
  const asked = await published(deps, reader, articleId);
  if (!asked) throw new AppError('not_found');
  const ofSlug = await deps.knowledge.ofSlug(reader.siteId, asked.row.slug);
  const others = ofSlug.filter((article) => mayRead(reader.kind, article.audience));
  const wanted = asked.row.locale === locale ? undefined : others.find((article) => article.locale === locale);
  const shown = (wanted && (await published(deps, reader, wanted.id))) || asked;
  const shelved = await deps.knowledge.article(shown.row.id);
  if (shelved) deps.tallies.viewed(shelved);
  return {
    ...shown,
    related: shelved ? await relatedTo(deps, reader, shelved) : [],
    translations: others.filter((article) => article.id !== shown.row.id),
  };
}

async function published(deps: Deps, reader: Reader, id: ArticleId) {
  const row = await deps.store.articles.byId(id);
  const edition = row?.siteId === reader.siteId ? publicEdition(row) : null;
  return row && edition && mayRead(reader.kind, edition.audience) ? { row, edition } : null;
}

/** What a search for its title finds besides it, then what is read most of its category. */
async function relatedTo({ knowledge }: Deps, reader: Reader, article: ShelvedArticle): Promise<ShelvedArticle[]> {
  const shelf = await knowledge.shelf(article.siteId, article.locale);
  const alike = shelf
    .search(reader.kind, article.title, false, limits.relatedArticles + 1)
    .flatMap((found) => (found.confidence === 'none' ? [] : [found.article]));
  const isOfCategory = ({ category }: ShelvedArticle) => category !== '' && category === article.category;
  const others = shelf.popular(reader.kind, limits.relatedArticles + 1, isOfCategory);
  const all = new Set([...alike, ...others]);
  all.delete(article);
  return [...all].slice(0, limits.relatedArticles);
}
