import { limits } from '@ventanilla/shared/limits';
import { routes } from '@ventanilla/shared/wire/routes';
import type { Deps } from '../../deps.ts';
import type { MailRow } from '../../domain/rows.ts';
import { hashSecret } from '../../lib/ids.ts';

/** TK3. A link for one mail, with a secret of its own in the fragment; only its hash is kept. */
export async function makeTicketLink(
  { store, ids, clock, config }: Deps,
  { ticketId, conversationId, addressFolded }: Pick<MailRow, 'ticketId' | 'conversationId' | 'addressFolded'>,
): Promise<string> {
  const secret = ids.secret();
  const now = clock.now();
  await store.ticketLinks.create({
    id: ids.next('ticketLink'),
    ticketId,
    conversationId,
    tokenHash: hashSecret(secret),
    addressFolded,
    createdAt: now,
    expiresAt: now + limits.ticketLinkLifeMs,
    revokedAt: 0,
  });
  return `${config.publicUrl}${routes.ticketPage.path}#${secret}`;
}
