import { type Id, type IdNoun, idPattern } from '@ventanilla/shared/ids';
import { AppError } from './app-error.ts';

/** Where a list that goes by (updatedAt, id) stopped. */
export interface ListPlace<N extends IdNoun> {
  updatedAt: number;
  id: Id<N>;
}

/** What a client hands back for the next page; '' when this was the last one. */
export function writeCursor(rows: readonly ListPlace<IdNoun>[], pageLength: number): string {
  const last = rows.at(-1);
  return last && rows.length === pageLength ? `${last.updatedAt}.${last.id}` : '';
}

/** Throws `invalid` for what no list has written. */
export function readCursor<N extends IdNoun>(noun: N, text: string): ListPlace<N> {
  const [digits = '', id = ''] = text.split('.');
  if (!/^\d{1,15}$/.test(digits) || !idPattern(noun).test(id)) throw new AppError('invalid', { field: 'after' });
  return { updatedAt: Number(digits), id: id as Id<N> };
}
