import type { VisitorId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import { AppError } from '../app-error.ts';

/** CV9. Whoever was blocked may read what is theirs, and write nothing. */
export function mustNotBeBlocked({ directory }: Pick<Deps, 'directory'>, visitorId: VisitorId): void {
  if (directory.isBlocked(visitorId)) throw new AppError('blocked');
}
