import * as whole from '../../../widget/src/connection/catch-up.ts';
import type { Door } from '../../../widget/src/connection/door.ts';

export const createCatchUp: typeof whole.createCatchUp = (door, ...others) =>
  whole.createCatchUp(() => withDelay(door()), ...others);

function withDelay(door: Door | undefined): Door | undefined {
  if (!door) return undefined;
  const call = ((name: string, input: { afterSeq?: number }) =>
    door.call(name as 'conversation:sync', { ...input, afterSeq: (input.afterSeq ?? 0) + 1 } as never)) as Door['call'];
  return { ...door, call };
}
