import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { RequesterRow } from '../../domain/rows.ts';
import { readIdentityToken } from '../../identity/site-identity.ts';
import { AppError } from '../app-error.ts';
import type { VisitorCaller } from '../caller.ts';
import { append } from '../conversation/append.ts';
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
  const visitor = await ensureVisitor(deps, caller);
  const requester = await requesterOf(deps, caller, identity);
  if (visitor.requesterId !== requester.id) {
    await deps.store.visitors.setRequester(caller.visitorId, requester.id);
    await moveConversations(deps, caller, requester);
  }
  const token = deps.visitorTokens.issue({ visitorId: caller.visitorId, siteId: caller.siteId, isIdentified: true });
  return { visitorId: caller.visitorId, token, name: requester.name, email: requester.email };
}

interface Identity {
  externalId: string;
  name: string;
  email: string;
}

async function requesterOf(deps: Deps, caller: VisitorCaller, identity: Identity): Promise<RequesterRow> {
  const now = deps.clock.now();
  const facts = {
    name: identity.name,
    email: identity.email,
    emailFolded: identity.email.toLowerCase(),
    emailVerifiedAt: identity.email === '' ? 0 : now,
  };
  const known = await deps.store.requesters.byExternalId(caller.siteId, identity.externalId);
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
  for (const conversation of own) {
    await append(deps, {
      conversationId: conversation.id,
      clientId: '',
      fingerprint: { kind: 'system', authorKind: 'visitor', authorId: caller.visitorId, body: '' },
      decide: (head) => ({
        ok: true,
        entries: [],
        patch: { requesterId: requester.id },
        ...(head.ticket ? { ticket: { patch: { requesterId: requester.id, updatedAt: deps.clock.now() } } } : {}),
        events: [],
      }),
    });
  }
}
