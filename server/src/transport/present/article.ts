import type {
  Article,
  ArticleDraft,
  ArticleRef,
  ArticleSummary,
  ArticleTranslation,
} from '@ventanilla/shared/entities/article';
import type { ReadableArticle } from '../../actions/article/read-article.ts';
import type { Directory } from '../../directory.ts';
import { plainText, readingMinutes } from '../../domain/knowledge/article-text.ts';
import { parseArticle } from '../../domain/knowledge/parse-article.ts';
import type { ArticleRow } from '../../domain/rows.ts';
import type { ArticleListRow } from '../../storage/store.ts';
import { agentRef } from './ticket.ts';

/** A text as its readers get it. */
export function presentBody(body: string): Pick<Article, 'nodes' | 'readingMinutes'> {
  const nodes = parseArticle(body);
  return { nodes, readingMinutes: readingMinutes(plainText(nodes)) };
}

/** KB1: of what is published alone; nothing of what is being written, who writes it or how it is counted. */
export function presentArticle({ row, edition, related, translations }: ReadableArticle): Article {
  return {
    id: row.id,
    title: edition.title,
    locale: row.locale,
    slug: row.slug,
    category: edition.category,
    ...presentBody(edition.body),
    publishedAt: row.publishedAt,
    related: related.map(presentRef),
    translations: translations.map(({ id, locale }) => ({ id, locale })),
  };
}

function presentRef({ id, title }: ArticleRef): ArticleRef {
  return { id, title };
}

export function presentArticleSummary(
  directory: Directory,
  row: ArticleListRow,
  translations: readonly ArticleTranslation[],
): ArticleSummary {
  return {
    id: row.id,
    siteId: row.siteId,
    locale: row.locale,
    slug: row.slug,
    title: row.title,
    category: row.category,
    audience: row.audience,
    state: row.state,
    hasChanges: row.hasChanges,
    position: row.position,
    views: row.views,
    helpfulYes: row.helpfulYes,
    helpfulNo: row.helpfulNo,
    updatedBy: agentRef(directory, row.updatedBy),
    updatedAt: row.updatedAt,
    publishedAt: row.publishedAt,
    version: row.version,
    translations: translations.map(({ id, locale, state, publishedAt }) => ({ id, locale, state, publishedAt })),
  };
}

/** As its writers get it. */
export function presentDraft(
  directory: Directory,
  row: ArticleRow,
  translations: readonly ArticleTranslation[],
): ArticleDraft {
  return {
    ...presentArticleSummary(directory, row, translations),
    body: row.body,
    phrasings: [...row.phrasings],
  };
}
