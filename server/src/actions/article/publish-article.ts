import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { writtenEdition } from '../../domain/knowledge/edition.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { agentArticle } from './agent-article.ts';
import { type ArticleChange, changeOf } from './article-change.ts';
import { articleEvent } from './article-event.ts';

/** Readers find and see what is written now, from the moment of the answer on. An archived article comes back so. */
export async function publishArticle(
  deps: Deps,
  caller: AgentCaller,
  { articleId, version }: CommandData<'article:publish'>,
): Promise<ArticleChange> {
  const row = await agentArticle(deps, caller, articleId);
  if (row.body.trim() === '') throw new AppError('invalid', { field: 'body', reason: 'blank' });
  const now = deps.clock.now();
  const event = articleEvent(deps, 'article.published', row, caller, {
    before: { state: row.state },
    after: { state: 'published', audience: row.audience },
  });
  const publication = {
    state: 'published',
    edition: writtenEdition(row),
    publishedAt: now,
    updatedBy: caller.agentId,
    updatedAt: now,
  } as const;
  const stored = await deps.store.articles.publish(articleId, version, publication, [event]);
  if (stored) await deps.knowledge.refresh();
  return changeOf(deps, articleId, stored);
}
