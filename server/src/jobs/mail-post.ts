import { sendMails } from '../actions/mail/send-mails.ts';
import type { Deps } from '../deps.ts';
import { faultOf } from '../lib/logger.ts';

const longestSleepMs = 30_000;
const keptMs = 30 * 24 * 60 * 60_000;

/** Where mail can be sent: what waits leaves when it is due, the rest of the product never waits for it. */
export function startMailPost(deps: Deps): { close(): Promise<void> } {
  if (!deps.mailer.canSend) return { close: async () => {} };
  let cancel = () => {};
  let isClosed = false;
  let running: Promise<void> | null = null;
  let isNews = false;

  function soon(): void {
    isNews = true;
    if (!running) sleep(0);
  }

  function sleep(ms: number): void {
    cancel();
    if (isClosed) return;
    cancel = deps.clock.after(ms, () => {
      running = round().then((nextMs) => {
        running = null;
        sleep(isNews ? 0 : nextMs);
      });
    });
  }

  /** The answer: how long there is nothing to do, ms. */
  async function round(): Promise<number> {
    isNews = false;
    try {
      if ((await sendMails(deps)).hasMore) return 0;
      const next = await deps.store.mails.nextDue();
      return next === 0 ? longestSleepMs : Math.min(longestSleepMs, Math.max(0, next - deps.clock.now()));
    } catch (error) {
      deps.log.error({ fault: faultOf(error) }, 'mails could not be looked at; they are tried again');
      return longestSleepMs;
    }
  }

  /** Whatever was on its way when the last process ended goes first. */
  async function begin(): Promise<void> {
    const { clock, store } = deps;
    const before = clock.now() - keptMs;
    await store.mails.release(clock.now());
    soon();
    await Promise.all([store.mails.forget(before), store.ticketLinks.forget(before)]);
  }

  const unsubscribe = deps.bus.subscribe((happening) => {
    if (happening.type === 'mailWaits' || (happening.type === 'appended' && happening.result.hasMail)) soon();
  });
  const beginning = begin().catch((error: unknown) => {
    deps.log.error({ fault: faultOf(error) }, 'what an earlier process left of its mails is tried later');
  });

  return {
    async close() {
      isClosed = true;
      unsubscribe();
      cancel();
      await Promise.all([running, beginning]);
    },
  };
}
