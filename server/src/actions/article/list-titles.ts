import { limits } from '@ventanilla/shared/limits';
import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { OpenCaller } from '../caller.ts';
import { readerOf } from './reader-of.ts';

/** What a browser searches by itself, at every key. */
export async function listTitles(
  deps: Deps,
  caller: OpenCaller,
  { locale }: CommandData<'article:titles'>,
): Promise<CommandOutput<'article:titles'>> {
  const { siteId, kind } = readerOf(caller);
  return (await deps.knowledge.shelf(siteId, locale)).titles(kind, limits.titlesPerSite);
}
