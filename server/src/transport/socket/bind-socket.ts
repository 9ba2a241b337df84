import { commandRows } from '@ventanilla/shared/wire/registry';
import type { Socket } from 'socket.io';
import type { Caller } from '../../actions/caller.ts';
import type { CommandRunner } from '../bind-commands.ts';

const shownNameLength = 60;

/**
 * The only place that listens to what a client sends. A packet may be anything: no callback, a callback alone, null,
 * an unknown name; each gets an answer, and none is thrown. Nothing runs before `admitted` is true, so a packet that comes
 * with the connection is neither lost nor believed too early.
 */
export function bindSocket(
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
    if (!(await admitted)) return;
    const result = await run(known, callerNow(), input);
    if (ack) ack(result);
    else if (!result.ok)
      socket.emit('command:refused', { command: name.slice(0, shownNameLength), error: result.error });
  }

  socket.onAny((name: unknown, ...args: unknown[]) => void answer(String(name), args));
}
