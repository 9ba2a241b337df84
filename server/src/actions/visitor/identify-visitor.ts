import type { RequesterId, VisitorId } from '@ventanilla/shared/ids';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { giveToRequester } from '../../domain/conversation/requester.ts';
import type { RequesterRow } from '../../domain/rows.ts';
import { readIdentityToken } from '../../identity/site-identity.ts';
import { AppError } from '../app-error.ts';
import type { VisitorCaller } from '../caller.ts';
import { appendOrNull } from '../conversation/append.ts';
import { situationOf } from '../conversation/situation-of.ts';
import { ensureVisitor } from './ensure-visitor.ts';

const listLimit = 200;

/**
 * The site vouches for a person with a token it signed. Only what this visitor's own token owns is merged into them;
 * without a valid token the visitor stays who they were.
 */
export async function identifyVisitor(deps: Deps, caller: VisitorCaller, data: CommandData<'visitor:identify'>) {
  const site = deps.directory.site(caller.siteId);
  const identity = site && (await readIdentityToken(data.identityToken, site.identitySecrets, deps.clock.now()));
  if (!identity) throw new AppError('bad_identity');
  const requester = await requesterOf(deps, caller, identity);
  const visitorId = await becomes(deps, caller, requester);
  const token = deps.visitorTokens.issue({ visitorId, siteId: caller.siteId, requesterId: requester.id });
  const { name, email } = requester;
  return { visitorId, token, name, email, hasOpenConversation: await hasOpen(deps, requester.id) };
}

/**
 * The visitor this browser is from now on. What nobody had signed for moves to the person, conversations first, so that a
 * repetition finishes what was cut short; what another person had signed for stays theirs, and a new visitor begins.
 */
async function becomes(deps: Deps, caller: VisitorCaller, requester: RequesterRow): Promise<VisitorId> {
  const visitor = await ensureVisitor(deps, caller);
  if (visitor.requesterId === requester.id) return visitor.id;
  const before = visitor.requesterId === '' ? null : await deps.store.requesters.byId(visitor.requesterId);
  if (before && before.externalId !== '') {
    const next = { ...caller, visitorId: deps.ids.next('visitor') };
    await ensureVisitor(deps, next);
    await deps.store.visitors.setRequester(next.visitorId, requester.id);
    return next.visitorId;
  }
  await moveConversations(deps, caller, requester);
  await deps.store.visitors.setRequester(visitor.id, requester.id);
  return visitor.id;
}

/** In whatever browser. */
async function hasOpen(deps: Deps, requesterId: RequesterId): Promise<boolean> {
  const own = await deps.store.conversations.listForRequester(requesterId, listLimit);
  return own.some(({ state, ticket }) => state !== 'ended' || (ticket !== null && ticket.status !== 'closed'));
}

interface Identity {
  externalId: string;
  name: string;
  email: string;
}

async function requesterOf(deps: Deps, caller: VisitorCaller, identity: Identity): Promise<RequesterRow> {
  const now = deps.clock.now();
  const known = await deps.store.requesters.byExternalId(caller.siteId, identity.externalId);
  // What a token does not say stays as it was.
  const email = identity.email === '' ? (known?.email ?? '') : identity.email;
  const facts = {
    name: identity.name === '' ? (known?.name ?? '') : identity.name,
    email,
    emailFolded: email.toLowerCase(),
    emailVerifiedAt: email === '' ? 0 : now,
  };
  if (!known) {
    const id = deps.ids.next('requester');
    return deps.store.requesters.create({
      id,
      siteId: caller.siteId,
      externalId: identity.externalId,
      createdAt: now,
      ...facts,
    });
  }
  const isSame = known.name === facts.name && known.email === facts.email;
  if (isSame) return known;
  const updated = await deps.store.requesters.update(known.id, known.version, facts);
  deps.bus.publish({ type: 'requesterChanged', requesterId: known.id });
  return updated ?? known;
}

async function moveConversations(deps: Deps, caller: VisitorCaller, requester: RequesterRow): Promise<void> {
  const own = await deps.store.conversations.listForVisitor(caller.visitorId, listLimit);
  const visitor = { kind: 'visitor', id: caller.visitorId, name: '' } as const;
  const situation = situationOf(deps, caller.siteId, { visitorId: caller.visitorId, requesterId: requester.id });
  for (const conversation of own) {
    await appendOrNull(deps, {
      conversationId: conversation.id,
      clientId: '',
      fingerprint: { kind: 'system', authorKind: 'visitor', authorId: caller.visitorId, body: '' },
      decide: (head) => giveToRequester(head, requester, visitor, situation),
    });
  }
}
