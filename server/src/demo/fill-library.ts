import type { ArticleId } from '@ventanilla/shared/ids';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { archiveArticle } from '../actions/article/archive-article.ts';
import { createArticle } from '../actions/article/create-article.ts';
import { publishArticle } from '../actions/article/publish-article.ts';
import { saveArticle } from '../actions/article/save-article.ts';
import { searchSite } from '../actions/article/search-site.ts';
import type { Deps } from '../deps.ts';
import { type DemoArticle, library, misses } from './library.ts';
import type { Company } from './open-company.ts';
import { readArticleFile } from './read-article-file.ts';
import type { Act } from './timeline.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
/** What came later came this long ago. */
const lateMs = { published: 4 * dayMs, unpublished: 5 * hourMs };

/** Writing, publishing and changing the articles, each at its time. */
export function libraryActs(deps: Deps, company: Company, now: number): Act[] {
  return library.flatMap((article) =>
    (Object.keys(article.readers) as Locale[]).flatMap((locale, index) => {
      const at = now - article.daysOld * dayMs;
      const isFirst = index === 0;
      const late = isFirst ? article.lateWords : undefined;
      const written = { id: '' as ArticleId };
      return [
        { at, run: () => write(deps, company, article, locale, late !== undefined, written) },
        ...(late ? [{ at: now - lateMs[late], run: () => addWords(deps, company, article, locale, written.id) }] : []),
      ];
    }),
  );
}

async function write(
  deps: Deps,
  company: Company,
  article: DemoArticle,
  locale: Locale,
  isShort: boolean,
  written: { id: ArticleId },
): Promise<void> {
  const { slug, site, audience, position, author } = article;
  const caller = company.agents[author];
  const { phrasings, ...words } = await readArticleFile(slug, locale);
  const known = isShort ? phrasings.slice(0, -1) : phrasings;
  const fields = { siteId: company.sites[site], locale, slug, audience, position, phrasings: known, ...words };
  const { id: articleId, version } = await createArticle(deps, caller, fields);
  written.id = articleId;
  if (article.ends === 'draft') return;
  const published = await publishArticle(deps, caller, { articleId, version });
  if (article.ends === 'archived')
    await archiveArticle(deps, caller, { articleId, version: published.article.version });
  await addReaders(deps, article, locale, articleId);
}

async function addWords(
  deps: Deps,
  company: Company,
  { slug, author, lateWords }: DemoArticle,
  locale: Locale,
  articleId: ArticleId,
): Promise<void> {
  const caller = company.agents[author];
  const { phrasings } = await readArticleFile(slug, locale);
  const row = await deps.store.articles.byId(articleId);
  const saved = await saveArticle(deps, caller, { articleId, version: row?.version ?? 0, phrasings });
  if (lateWords === 'published') await publishArticle(deps, caller, { articleId, version: saved.article.version });
}

/** Of votes and views nothing but the sums is ever kept, so that the sums are all there is to add. */
async function addReaders(deps: Deps, { readers }: DemoArticle, locale: Locale, id: ArticleId): Promise<void> {
  const left = readers[locale];
  if (left) await deps.store.articles.addTallies([{ id, ...left }]);
}

/** Asks what nobody has answered yet, as readers do. */
export async function searchInVain(deps: Deps, { sites }: Company): Promise<void> {
  for (const { site, locale, query, times } of misses) {
    const caller = { kind: 'anyone', siteId: sites[site], locale, requestId: '', address: '' } as const;
    for (let time = 0; time < times; time += 1) await searchSite(deps, caller, { query, locale, unfinished: 'no' });
  }
  await deps.tallies.flush(deps.clock.now());
}
