import type { ArticleMiss } from '@ventanilla/shared/entities/article';
import { limits } from '@ventanilla/shared/limits';
import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { AgentCaller } from '../caller.ts';
import { agentSite } from './agent-site.ts';

/** KB3. What people asked and still would not find. */
export async function listMisses(
  deps: Deps,
  caller: AgentCaller,
  { siteId, locale }: CommandData<'miss:list'>,
): Promise<CommandOutput<'miss:list'>> {
  agentSite(caller, siteId);
  const [rows, total] = await Promise.all([
    deps.store.misses.list(siteId, locale, limits.missesPerList),
    deps.store.misses.total(siteId, locale),
  ]);
  const shelf = await deps.knowledge.shelf(siteId, locale);
  const misses = rows.flatMap(({ text, count, lastAt }): ArticleMiss[] => {
    const found = shelf.search('anyone', text, false, limits.hitsPerSearch);
    if (found.some(({ confidence }) => confidence !== 'none')) return [];
    const nearest = shelf.nearest(text);
    return [{ text, count, lastAt, nearest: nearest ? { id: nearest.id, title: nearest.title } : null }];
  });
  return { misses, total };
}
