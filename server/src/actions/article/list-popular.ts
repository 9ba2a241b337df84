import { limits } from '@ventanilla/shared/limits';
import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { OpenCaller } from '../caller.ts';
import { readerOf } from './reader-of.ts';

/** What is asked most, before anybody has typed. */
export async function listPopular(
  deps: Deps,
  caller: OpenCaller,
  { locale }: CommandData<'article:popular'>,
): Promise<CommandOutput<'article:popular'>> {
  const { siteId, kind } = readerOf(caller);
  const popular = (await deps.knowledge.shelf(siteId, locale)).popular(kind, limits.popularArticles);
  return { articles: popular.map(({ id, title }) => ({ id, title })) };
}
