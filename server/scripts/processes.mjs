import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const graceMs = 15_000;
const children = new Set();
let endingSignal;

/**
 * Starts a program and promises `{ code, output }` when it and its pipes are closed; a signal counts as 128 + number.
 * Each child leads its own process group, so that ending it ends whatever it started, exactly once.
 */
export function run(command, args, { env = {}, capture = false } = {}) {
  return new Promise((resolve, reject) => {
    if (endingSignal !== undefined) return resolve({ code: 130, output: '' });
    const child = spawn(command, args, {
      cwd: root,
      detached: true,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: binPath(), ...env },
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    children.add(child);
    child.on('error', (error) => {
      children.delete(child);
      reject(error);
    });
    child.on('close', (code, signal) => {
      children.delete(child);
      // What it left running would outlive us.
      signalGroup(child, 'SIGKILL');
      resolve({ code: code ?? 128 + constants.signals[signal], output: Buffer.concat(chunks).toString() });
    });
  });
}

/** Node with the project's own version first, whatever called us. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** From here on Ctrl-C, a closed terminal or SIGTERM ends every child, then this process. */
export function endChildrenOnSignal() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (endingSignal !== undefined) return;
      endingSignal = signal;
      signalAll(signal === 'SIGHUP' ? 'SIGTERM' : signal);
      setTimeout(() => signalAll('SIGKILL'), graceMs).unref();
    });
  }
  // Whatever ends this process, no group may outlive it.
  process.on('exit', () => signalAll('SIGKILL'));
}

export function isEnding() {
  return endingSignal !== undefined;
}

function signalAll(signal) {
  for (const child of children) signalGroup(child, signal);
}

function signalGroup(leader, signal) {
  try {
    process.kill(-leader.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function binPath() {
  return [join(root, 'node_modules/.bin'), join(root, 'e2e/node_modules/.bin'), process.env.PATH].join(delimiter);
}
