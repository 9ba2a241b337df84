import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { AgentCaller } from '../caller.ts';
import { agentSite } from './agent-site.ts';
import { searchArticles } from './search-articles.ts';

/** As readers search, and in what is for agents alone. */
export async function findArticles(
  deps: Deps,
  caller: AgentCaller,
  { siteId, locale, query, unfinished }: CommandData<'article:find'>,
): Promise<CommandOutput<'article:find'>> {
  const reader = { siteId: agentSite(caller, siteId), kind: 'agent' } as const;
  return { hits: await searchArticles(deps, reader, { locale, query, isUnfinished: unfinished === 'yes' }) };
}
