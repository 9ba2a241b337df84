import { limits } from '@ventanilla/shared/limits';
import type { Deps } from '../../deps.ts';

const perRound = 100;

/** Removes what was uploaded and not sent in time, and what an earlier sweep began to remove; answers how many files. */
export async function sweepFiles(deps: Deps): Promise<number> {
  const createdBefore = deps.clock.now() - limits.unsentFileLifeMs;
  let removed = 0;
  for (;;) {
    const expired = await deps.store.files.expire(createdBefore, perRound);
    for (const file of expired) await deps.files.remove(file.storageKey);
    await deps.store.files.forget(expired.map((file) => file.id));
    removed += expired.length;
    if (expired.length < perRound) return removed;
  }
}
