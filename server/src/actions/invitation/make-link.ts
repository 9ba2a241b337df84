import type { Deps } from '../../deps.ts';
import type { NewEvent } from '../../domain/decision.ts';
import type { InvitationRow } from '../../domain/rows.ts';
import { hashSecret } from '../../lib/ids.ts';

const pages = { setup: 'setup', invitation: 'join' } as const;

export type NewLink = Omit<InvitationRow, 'id' | 'tokenHash' | 'createdAt' | 'expiresAt' | 'usedAt'> & {
  lifeMs: number;
};

/**
 * Stores a one-time link and answers its address: under the public URL, never a request's Host, with the secret in the
 * fragment, which browsers do not send. Only its hash is kept, so the address cannot be shown again.
 */
export async function makeLink(
  deps: Pick<Deps, 'store' | 'ids' | 'clock' | 'config'>,
  { lifeMs, ...facts }: NewLink,
): Promise<{ invitation: InvitationRow; link: string }> {
  const { ids, clock, store, config } = deps;
  const now = clock.now();
  const id = ids.next('invitation');
  const secret = ids.secret();
  const event: NewEvent = {
    id: ids.next('event'),
    siteId: '',
    subjectKind: 'invitation',
    subjectId: id,
    type: 'invitation.created',
    actorKind: facts.createdBy === '' ? 'system' : 'agent',
    actorId: facts.createdBy,
    at: now,
    after: { kind: facts.kind, role: facts.role, siteIds: facts.siteIds },
  };
  const row = { ...facts, id, tokenHash: hashSecret(secret), createdAt: now, expiresAt: now + lifeMs };
  const invitation = await store.invitations.create(row, [event]);
  return { invitation, link: `${config.publicUrl}/dashboard/${pages[facts.kind]}#${secret}` };
}
