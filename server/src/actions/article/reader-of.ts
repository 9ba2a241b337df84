import type { SiteId } from '@ventanilla/shared/ids';
import type { ReaderKind } from '../../domain/knowledge/audience.ts';
import { AppError } from '../app-error.ts';
import type { OpenCaller } from '../caller.ts';

export interface Reader {
  siteId: SiteId;
  kind: ReaderKind;
}

/** KB1. Whoever comes to a site reads what is public; a visitor whom the site has identified, what is for such as them, too. */
export function readerOf(caller: OpenCaller): Reader {
  if (caller.siteId === '') throw new AppError('not_found');
  const isIdentified = caller.kind === 'visitor' && caller.requesterId !== '';
  return { siteId: caller.siteId, kind: isIdentified ? 'identified' : 'anyone' };
}
