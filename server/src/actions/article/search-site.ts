import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { missText } from '../../domain/knowledge/miss-text.ts';
import type { OpenCaller } from '../caller.ts';
import { readerOf } from './reader-of.ts';
import { searchArticles } from './search-articles.ts';

/** What a reader of the site finds; a finished question that finds nothing is counted, whoever asked (KB3). */
export async function searchSite(
  deps: Deps,
  caller: OpenCaller,
  { query, locale, unfinished }: CommandData<'article:search'>,
): Promise<CommandOutput<'article:search'>> {
  const reader = readerOf(caller);
  const isUnfinished = unfinished === 'yes';
  const hits = await searchArticles(deps, reader, { locale, query, isUnfinished });
  const text = isUnfinished || hits.length > 0 ? '' : missText(query);
  if (text !== '') deps.tallies.missed(reader.siteId, locale, text, deps.clock.now());
  return { hits };
}
