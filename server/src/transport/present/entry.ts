import type { AgentEntry, Entry, SystemData } from '@ventanilla/shared/entities/entry';
import type { Directory } from '../../directory.ts';
import { filesIn } from '../../domain/file/file-ref.ts';
import type { EntryRow } from '../../domain/rows.ts';

/** Field by field: what is not named here does not leave the server. */
function present(directory: Directory, row: EntryRow, seq: number, clientId: string): Entry {
  return {
    id: row.id,
    seq,
    kind: row.kind,
    authorKind: row.authorKind,
    authorId: row.authorId,
    authorName: row.authorKind === 'agent' ? (directory.agent(row.authorId)?.name ?? '') : '',
    clientId,
    body: row.body,
    files: filesIn(row.data),
    system: row.kind === 'system' ? presentSystem(directory, row) : null,
    createdAt: row.createdAt,
  };
}

function presentSystem(directory: Directory, row: EntryRow): SystemData {
  const { ticket, ...data } = row.data as unknown as SystemData & { ticket?: number };
  return ticket === undefined ? data : { ...data, ticketNumber: `${directory.ticketPrefix}-${ticket}` };
}

/** DL2, CV5: the visitor's stream. Null for what is not theirs to see. */
export function presentVisitorEntry(directory: Directory, row: EntryRow): Entry | null {
  if (row.publicSeq === 0) return null;
  return present(directory, row, row.publicSeq, row.authorKind === 'visitor' ? row.clientId : '');
}

export function presentVisitorEntries(directory: Directory, rows: readonly EntryRow[]): Entry[] {
  return rows.flatMap((row) => presentVisitorEntry(directory, row) ?? []);
}

export function presentAgentEntry(directory: Directory, row: EntryRow): AgentEntry {
  return {
    ...present(directory, row, row.seq, row.authorKind === 'agent' ? row.clientId : ''),
    publicSeq: row.publicSeq,
  };
}
