import type { VisitorId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import { addressFactor } from '../../lib/rate-limit.ts';

const hourMs = 60 * 60_000;

/**
 * May one more mail be asked for? An hour has so many for one address, on account of one visitor, and for one client's
 * network address; otherwise strangers could have us fill a mail box.
 */
export async function mailsLeft(
  { store, clock, config, mailBudget }: Deps,
  { addressFolded, visitorId, client }: { addressFolded: string; visitorId: VisitorId | ''; client: string },
): Promise<boolean> {
  if (client !== '' && mailBudget.take(client, 1, addressFactor) > 0) return false;
  const since = clock.now() - hourMs;
  if ((await store.mails.countSince({ addressFolded }, since)) >= config.mailsPerHour) return false;
  return visitorId === '' || (await store.mails.countSince({ visitorId }, since)) < config.mailsPerHour;
}
