import { commandRows } from '@ventanilla/shared/wire/registry';
import type { Socket } from 'socket.io';
import type { Caller } from '../../actions/caller.ts';
import type { Deps } from '../../deps.ts';
import type { CommandRunner } from '../bind-commands.ts';
import { closeIfSlow } from './slow-readers.ts';

const shownNameLength = 60;
/** Commands of one connection that may wait for their turn; whoever sends more without listening is sent away. */
const mostWaiting = 1_000;

/**
 * The only place that listens to what a client sends. A packet may be anything: no callback, a callback alone, null,
 * an unknown name; each gets an answer, and none is thrown. Nothing runs before `admitted` is true, so a packet that comes
 * with the connection is neither lost nor believed too early. Commands of one connection run one at a time, in the order in
 * which they came: that keeps a tab's messages in order, and bounds what one connection can make us hold.
 */
export function bindSocket(
  deps: Deps,
  socket: Socket,
  namespace: '/visitor' | '/agent',
  run: CommandRunner,
  callerNow: () => Caller,
  admitted: Promise<boolean> = Promise.resolve(true),
): void {
  const names = new Set<string>(commandRows.filter((row) => row.namespaces.includes(namespace)).map((row) => row.name));

  async function answer(name: string, args: unknown[]): Promise<void> {
    const last = args.at(-1);
    const ack = typeof last === 'function' ? last : null;
    const input = typeof args[0] === 'function' ? undefined : args[0];
    const known = names.has(name) ? name : '';
    if (!(await admitted) || socket.disconnected || closeIfSlow(deps, socket)) return;
    const result = await run(known, callerNow(), input);
    if (ack) ack(result);
    else if (!result.ok)
      socket.emit('command:refused', { command: name.slice(0, shownNameLength), error: result.error });
  }

  let waiting = 0;
  let tail: Promise<void> = Promise.resolve();
  socket.onAny((name: unknown, ...args: unknown[]) => {
    waiting += 1;
    if (waiting > mostWaiting) {
      deps.log.warn({ waiting }, 'a connection that sent more than it waited for was closed');
      socket.disconnect(true);
      return;
    }
    tail = tail
      .then(() => answer(String(name), args))
      .finally(() => {
        waiting -= 1;
      });
  });
}
