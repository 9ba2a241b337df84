import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import type { Deps } from '../../deps.ts';
import type { ConversationHead, EntryRow } from '../../domain/rows.ts';
import type { AppendItem } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';

export interface Written {
  conversation: ConversationHead;
  entries: EntryRow[];
}

/** Reasons of the rules that are codes of the wire; any other reason is a fault of ours. */
const refusals: Record<string, ErrorCode> = {
  not_found: 'not_found',
  not_writable: 'not_writable',
  already_ticketed: 'already_ticketed',
  unanswered: 'unanswered',
  conflict: 'conflict',
  taken: 'taken',
  forbidden: 'forbidden',
  invalid: 'invalid',
};

/**
 * Writes and, once it is on disk, tells (DL3). A repeated client id gives the first result (DL1).
 * Throws what the rules refused. Null: the rule found nothing to do any more.
 */
export async function appendOrNull(deps: Deps, item: AppendItem): Promise<Written | null> {
  await deps.probe('append:before');
  const [result] = await deps.store.appendEntries([item]);
  await deps.probe('append:committed');
  switch (result?.status) {
    case 'stored':
      deps.bus.publish({ type: 'appended', result });
      await deps.probe('append:told');
      return result;
    case 'duplicate':
      return result;
    case 'conflict':
      throw new AppError('conflict', { clientId: item.clientId });
    case 'refused': {
      if (result.reason === 'not_due') return null;
      const code = refusals[result.reason];
      if (!code) throw new Error(`rule refused with unknown reason ${result.reason}`);
      throw new AppError(code, explain(deps, code, { ...result.details }));
    }
    default:
      throw new AppError('not_found');
  }
}

export async function append(deps: Deps, item: AppendItem): Promise<Written> {
  const written = await appendOrNull(deps, item);
  if (!written) throw new AppError('conflict');
  return written;
}

/** CV4: the one who came second is told who has it. */
function explain(deps: Deps, code: ErrorCode, details: Record<string, unknown>): Record<string, unknown> {
  if (code !== 'taken') return details;
  return { ...details, name: deps.directory.agent(String(details.agentId))?.name ?? '' };
}
