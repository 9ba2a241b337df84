import type { ArticleTitle, TextRange } from '@ventanilla/shared/entities/article';
import type { ArticleId, SiteId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import { createIndex } from '@ventanilla/shared/search/faq-index';
import { areAllIn, isAnyIn, readQuestion } from '@ventanilla/shared/search/question';
import type { ArticleAudience, Locale } from '@ventanilla/shared/vocabulary';
import { plainText } from '../domain/knowledge/article-text.ts';
import { articleBits, mayRead, type ReaderKind, readerBits } from '../domain/knowledge/audience.ts';
import { lookedThrough } from '../domain/knowledge/excerpt.ts';
import { languages } from '../domain/knowledge/languages.ts';
import { parseArticle } from '../domain/knowledge/parse-article.ts';
import { isBefore } from '../domain/knowledge/popularity.ts';
import type { ArticleEdition, ArticleRow } from '../domain/rows.ts';

/** A published article as far as lists and searches need it; its text stays in the database. */
export interface ShelvedArticle {
  id: ArticleId;
  siteId: SiteId;
  locale: Locale;
  slug: string;
  title: string;
  phrasings: readonly string[];
  category: string;
  audience: ArticleAudience;
  position: number;
  /** The words of its text, as far as an excerpt may reach. */
  opening: string;
  /** Moves on as people read, ahead of what is on disk. */
  views: number;
}

export interface Found {
  article: ShelvedArticle;
  /** `none`: near, but not worth offering. */
  confidence: 'card' | 'list' | 'none';
  /** In the title. */
  ranges: TextRange[];
}

/** What is published of one site in one language. Nobody is shown an article that is not for them (KB1). */
export interface Shelf {
  put(row: ArticleRow, edition: ArticleEdition): ShelvedArticle;
  remove(id: ArticleId): void;
  /** Best first. */
  search(reader: ReaderKind, query: string, isUnfinished: boolean, limit: number): Found[];
  /** For writers: the best of those whose title, or another way of asking, has a telling word of this in it. */
  nearest(query: string): ShelvedArticle | undefined;
  /** Those that fit, in the order in which they are offered. */
  popular(reader: ReaderKind, limit: number, fits?: (article: ShelvedArticle) => boolean): ShelvedArticle[];
  /** The most popular ones if there are more. */
  titles(reader: ReaderKind, limit: number): { articles: ArticleTitle[]; isComplete: boolean };
}

export function createShelf(locale: Locale): Shelf {
  const index = createIndex(languages[locale]);
  const articles = new Map<string, ShelvedArticle>();

  function popular(reader: ReaderKind, limit: number, fits: (article: ShelvedArticle) => boolean = () => true) {
    const best: ShelvedArticle[] = [];
    for (const article of articles.values()) {
      const last = best[limit - 1];
      if (!mayRead(reader, article.audience) || !fits(article) || (last && isBefore(last, article))) continue;
      const place = best.findIndex((other) => isBefore(article, other));
      best.splice(place < 0 ? best.length : place, 0, article);
      best.length = Math.min(best.length, limit);
    }
    return best;
  }

  function search(reader: ReaderKind, query: string, isUnfinished: boolean, limit: number): Found[] {
    const question = readQuestion(query, isUnfinished, languages[locale]);
    const hits = index.search(query, { audience: readerBits(reader), limit, isUnfinished });
    return hits.flatMap(({ id, confidence, ranges }): Found[] => {
      const article = articles.get(id);
      if (!article) return [];
      const { title, phrasings, opening } = article;
      const isOffered = confidence !== 'none' || areAllIn([title, ...phrasings, opening], question);
      return [{ article, confidence: isOffered && confidence === 'none' ? 'list' : confidence, ranges }];
    });
  }

  return {
    popular,
    search,
    nearest(query) {
      const question = readQuestion(query, false, languages[locale]);
      const found = search('anyone', query, false, limits.hitsPerSearch);
      return found.find(({ article: { title, phrasings } }) => isAnyIn([title, ...phrasings], question))?.article;
    },
    put({ id, siteId, slug, views }, { title, body, phrasings, category, audience, position }) {
      const text = plainText(parseArticle(body));
      const opening = text.slice(0, lookedThrough);
      const article = { id, siteId, locale, slug, title, phrasings, category, audience, position, opening, views };
      index.put({ id, title, phrasings: [...phrasings], body: text, audience: articleBits(audience) });
      articles.set(id, article);
      return article;
    },
    remove(id) {
      index.remove(id);
      articles.delete(id);
    },
    titles(reader, limit) {
      const readable = [...articles.values()].filter((article) => mayRead(reader, article.audience));
      const isComplete = readable.length <= limit;
      if (!isComplete) readable.sort((a, b) => (isBefore(a, b) ? -1 : 1));
      const kept = readable.slice(0, limit);
      return {
        articles: kept.map(({ id, title, phrasings }) => ({ id, title, phrasings: [...phrasings] })),
        isComplete,
      };
    },
  };
}
