import { AppError } from '../../actions/app-error.ts';
import { agentArticle } from '../../actions/article/agent-article.ts';
import { archiveArticle } from '../../actions/article/archive-article.ts';
import type { ArticleChange } from '../../actions/article/article-change.ts';
import { createArticle } from '../../actions/article/create-article.ts';
import { findArticles } from '../../actions/article/find-articles.ts';
import { listArticles } from '../../actions/article/list-articles.ts';
import { listMisses } from '../../actions/article/list-misses.ts';
import { listPopular } from '../../actions/article/list-popular.ts';
import { listTitles } from '../../actions/article/list-titles.ts';
import { publishArticle } from '../../actions/article/publish-article.ts';
import { readArticle } from '../../actions/article/read-article.ts';
import { saveArticle } from '../../actions/article/save-article.ts';
import { searchSite } from '../../actions/article/search-site.ts';
import { translationsOf } from '../../actions/article/translations-of.ts';
import { voteArticle } from '../../actions/article/vote-article.ts';
import type { Deps } from '../../deps.ts';
import type { ArticleRow } from '../../domain/rows.ts';
import type { HandlerTable } from '../handlers.ts';
import { presentArticle, presentArticleSummary, presentBody, presentDraft } from '../present/article.ts';

/** Articles, for those who read them and for those who write them. */
export const knowledgeHandlers = {
  'article:search': searchSite,
  'article:popular': listPopular,
  'article:titles': listTitles,
  'article:vote': voteArticle,
  'article:read': async (deps, caller, data) => ({ article: presentArticle(await readArticle(deps, caller, data)) }),

  'article:find': findArticles,
  'miss:list': listMisses,
  'article:preview': async (_deps, _caller, { body }) => presentBody(body),
  'article:list': async (deps, caller, data) => {
    const { articles, translations, ...page } = await listArticles(deps, caller, data);
    const present = (row: (typeof articles)[number]) =>
      presentArticleSummary(deps.directory, row, translations.get(row.id) ?? []);
    return { ...page, articles: articles.map(present) };
  },
  'article:open': async (deps, caller, { articleId }) => ({
    article: await presentWhole(deps, await agentArticle(deps, caller, articleId)),
  }),
  'article:create': async (deps, caller, data) => ({
    article: await presentWhole(deps, await createArticle(deps, caller, data)),
  }),
  'article:save': async (deps, caller, data) => presentChange(deps, await saveArticle(deps, caller, data)),
  'article:publish': async (deps, caller, data) => presentChange(deps, await publishArticle(deps, caller, data)),
  'article:archive': async (deps, caller, data) => presentChange(deps, await archiveArticle(deps, caller, data)),
} satisfies Partial<HandlerTable>;

async function presentWhole(deps: Deps, row: ArticleRow) {
  const translations = await translationsOf(deps, row.siteId, [row]);
  return presentDraft(deps.directory, row, translations.get(row.id) ?? []);
}

/** TK8: a conflict carries the article as it is now, so that its writer can see the difference. */
async function presentChange(deps: Deps, { status, article }: ArticleChange) {
  const presented = await presentWhole(deps, article);
  if (status === 'stale') throw new AppError('conflict', { article: presented });
  return { article: presented };
}
