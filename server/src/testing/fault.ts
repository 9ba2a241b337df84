import { join } from 'node:path';
import type { Program } from './programs.ts';

/** In the order in which a message passes them, from the packet to the answer. */
export const steps = ['append:before', 'before-commit', 'after-commit', 'append:committed', 'append:told'] as const;

export type Fault =
  | { dieAt: (typeof steps)[number] }
  /** The next COMMIT says that its fsync failed; what it wrote may be there all the same, or not. */
  | { failedFsync: 'nothing written' | 'everything written' };

/** What starts a server with this fault in it. */
export const faulty = (fault: Fault) => ({
  file: join(import.meta.dirname, 'faulty-server.ts'),
  args: [JSON.stringify(fault)],
});

/** From now on the fault happens. */
export async function arm({ child, says }: Program): Promise<void> {
  child.kill('SIGUSR2');
  await says('armed');
}
