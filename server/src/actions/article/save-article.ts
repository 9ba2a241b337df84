import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { isSameEdition, publicEdition, writtenEdition } from '../../domain/knowledge/edition.ts';
import { cleanPhrasings } from '../../domain/knowledge/phrasings.ts';
import type { ArticleEdition } from '../../domain/rows.ts';
import type { AgentCaller } from '../caller.ts';
import { agentArticle } from './agent-article.ts';
import { type ArticleChange, changeOf } from './article-change.ts';
import { articleEvent } from './article-event.ts';

/** What is being written; readers see it once it is published. Nothing new changes nothing. */
export async function saveArticle(
  deps: Deps,
  caller: AgentCaller,
  { articleId, version, ...fields }: CommandData<'article:save'>,
): Promise<ArticleChange> {
  const row = await agentArticle(deps, caller, articleId);
  const patch: Partial<ArticleEdition> = {
    ...fields,
    ...(fields.phrasings && { phrasings: cleanPhrasings(fields.phrasings) }),
  };
  const written = { ...writtenEdition(row), ...patch };
  if (row.version === version && isSameEdition(row, written)) return { status: 'stored', article: row };
  const published = publicEdition(row);
  const change = {
    ...patch,
    hasChanges: published !== null && !isSameEdition(published, written),
    updatedBy: caller.agentId,
    updatedAt: deps.clock.now(),
  };
  const event = articleEvent(deps, 'article.saved', row, caller, { after: { fields: Object.keys(patch) } });
  return changeOf(deps, articleId, await deps.store.articles.save(articleId, version, change, [event]));
}
