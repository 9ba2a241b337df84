import type { FileId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import type { FileRow } from '../../domain/rows.ts';
import type { FileDetail } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller, VisitorCaller } from '../caller.ts';
import { owns } from '../visitor/owns.ts';

/**
 * A file that an entry carries, for whoever may read that entry: agents of the site, and the conversation's visitor unless
 * it is a note's (CV5). Not theirs, not sent and not there answer alike (PR3).
 */
export async function openFile(deps: Deps, caller: VisitorCaller | AgentCaller, id: FileId): Promise<FileRow> {
  const file = await deps.store.files.byId(id);
  if (file?.state !== 'attached' || !mayRead(caller, file)) throw new AppError('not_found');
  return file;
}

function mayRead(caller: VisitorCaller | AgentCaller, file: FileDetail): boolean {
  if (caller.kind === 'agent') return caller.siteIds.includes(file.siteId);
  const { siteId, visitorId, requesterId, publicSeq } = file;
  return publicSeq > 0 && visitorId !== '' && owns(caller, { siteId, visitorId, requesterId });
}

/** Its bytes, opened when they are read. */
export async function readFile(deps: Deps, file: FileRow): Promise<ReadableStream<Uint8Array>> {
  const bytes = await deps.files.read(file.storageKey);
  if (!bytes) throw new AppError('not_found');
  return bytes;
}
