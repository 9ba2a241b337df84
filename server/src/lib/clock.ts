/** The only source of time. Tests hand in one that they move. */
export interface Clock {
  /** ms UTC. */
  now(): number;
  /** ms since some moment, for measuring: unlike `now`, no setting of the system's clock moves it. */
  elapsed(): number;
  /** Runs `task` once after `ms`; the answer cancels it. Never keeps the process alive. */
  after(ms: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
