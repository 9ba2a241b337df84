/** In place of Socket.IO's back-off, which clamps after the jitter: the link waits by itself. */
export class Backoff {
  reset(): void {}
}
