import { type ReadonlySignal, signal } from '@preact/signals';

/** The only place that reads the time, ms UTC. */
export function nowMs(): number {
  return Date.now();
}

const tickMs = 5_000;
const ticking = signal(nowMs());

/** The time as screens show it: moves on every few seconds while somebody looks. */
export const now: ReadonlySignal<number> = ticking;

/** Starts the clock of the screens; the function it returns stops it. */
export function keepTime(): () => void {
  const tick = (): void => {
    if (document.visibilityState === 'visible') ticking.value = nowMs();
  };
  const timer = setInterval(tick, tickMs);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

/** For pictures of a fixed moment, where nothing ticks. */
export function stopTimeAt(ms: number): void {
  ticking.value = ms;
}
