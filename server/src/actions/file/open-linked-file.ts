import type { FileId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import type { FileRow } from '../../domain/rows.ts';
import { AppError } from '../app-error.ts';
import type { Caller } from '../caller.ts';
import { linked } from '../ticket-link/linked-caller.ts';
import { openFile } from './open-file.ts';

/** A file of the one conversation that a ticket's link opens; the visitor's others stay closed. */
export async function openLinkedFile(deps: Deps, caller: Caller, secret: string, id: FileId): Promise<FileRow> {
  const { conversation, caller: visitor } = await linked(deps, caller, secret);
  const file = await openFile(deps, visitor, id);
  if (file.conversationId !== conversation.id) throw new AppError('not_found');
  return file;
}
