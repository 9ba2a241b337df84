import type { ArticleHit } from '@ventanilla/shared/entities/article';
import { limits } from '@ventanilla/shared/limits';
import { type Question, readQuestion } from '@ventanilla/shared/search/question';
import { wordsOf } from '@ventanilla/shared/search/words';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { Deps } from '../../deps.ts';
import { excerptOf } from '../../domain/knowledge/excerpt.ts';
import { languages } from '../../domain/knowledge/languages.ts';
import type { Found } from '../../knowledge/shelf.ts';
import type { Reader } from './reader-of.ts';

export interface Search {
  locale: Locale;
  query: string;
  /** The last word is still being typed. */
  isUnfinished: boolean;
}

/** The one way in which anybody searches: from memory, what this reader may see (KB1) and is worth offering. */
export async function searchArticles(
  { knowledge }: Pick<Deps, 'knowledge'>,
  { siteId, kind }: Reader,
  { locale, query, isUnfinished }: Search,
): Promise<ArticleHit[]> {
  const shelf = await knowledge.shelf(siteId, locale);
  const question = readQuestion(query, isUnfinished, languages[locale]);
  return shelf.search(kind, query, isUnfinished, limits.hitsPerSearch).flatMap((found) => asHit(found, question));
}

function asHit({ article, confidence, ranges }: Found, question: Question): ArticleHit[] {
  if (confidence === 'none') return [];
  const { id, title, opening } = article;
  const alike = ranges.flatMap(({ start, end }) => wordsOf(title.slice(start, end)).map(({ folded }) => folded));
  const { excerpt, ranges: excerptRanges } = excerptOf(opening, question, alike);
  return [{ id, title, confidence, titleRanges: ranges, excerpt, excerptRanges }];
}
