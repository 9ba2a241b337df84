import type { ArticleHit, ArticleTitle } from '@ventanilla/shared/entities/article';
import type { ArticleId } from '@ventanilla/shared/ids';
import { createIndex } from '@ventanilla/shared/search/faq-index';
import type { Language } from '@ventanilla/shared/search/language';
import { areAllIn, readQuestion } from '@ventanilla/shared/search/question';

/** What fits the words so far, best first; without excerpts, since a browser knows no more than titles and phrasings. */
export type TitleSearch = (query: string) => ArticleHit[];
/** Resolves when it can search; in steps that no key has to wait for. */
export type SearchIn = (titles: readonly ArticleTitle[]) => Promise<TitleSearch>;

/** As many as the server gives. */
const mostHits = 5;
/** A few milliseconds of work on a slow phone. */
const titlesAtOnce = 50;
/** Whatever has come here may be read by whoever is here. */
const audience = 1;

/** Searches at every key, in the browser, in one language. */
export function titleSearch(language: Language): SearchIn {
  return async (titles) => {
    const index = createIndex(language);
    const known = new Map<string, string[]>();
    for (const [i, { id, title, phrasings }] of titles.entries()) {
      if (i % titlesAtOnce === titlesAtOnce - 1) await new Promise((resolve) => setTimeout(resolve));
      index.put({ id, title, phrasings, body: '', audience });
      known.set(id, [title, ...phrasings]);
    }
    return (query) => {
      const question = readQuestion(query, true, language);
      const found = index.search(query, { audience, limit: mostHits, isUnfinished: true });
      return found.flatMap(({ id, confidence, ranges }): ArticleHit[] => {
        const texts = known.get(id) ?? [];
        if (confidence === 'none' && !areAllIn(texts, question)) return [];
        return [
          {
            id: id as ArticleId,
            title: texts[0] ?? '',
            confidence: confidence === 'none' ? 'list' : confidence,
            titleRanges: ranges,
            excerpt: '',
            excerptRanges: [],
          },
        ];
      });
    };
  };
}
