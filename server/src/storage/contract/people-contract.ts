import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InvitationRow } from '../../domain/rows.ts';
import type { MakePlace, OpenedStore, Place } from './harness-for-tests.ts';
import {
  aConversation,
  aRequester,
  aSite,
  aVisitor,
  idOf,
  newAgent,
  newEvent,
  saying,
  start,
  stored,
  uuid,
} from './rows-for-tests.ts';

export function peopleContract(makePlace: MakePlace): void {
  describe('sites and people', () => {
    let place: Place;
    let store: OpenedStore;

    beforeAll(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterAll(async () => {
      await store.close();
      await place.remove();
    });

    test('the first admin can be made once, however many try at once', async () => {
      const site = await aSite(store);
      const attempts = Array.from({ length: 8 }, () => store.agents.createFirstAdmin(newAgent(), [site.id], []));
      const made = (await Promise.all(attempts)).filter((agent) => agent !== null);
      expect(made).toMatchObject([{ role: 'admin', removedAt: 0, version: 1 }]);
      expect(await store.agents.list()).toEqual(made);
      expect(await store.agents.siteIds(made[0]!.id)).toEqual([site.id]);
      expect(await store.agents.createFirstAdmin(newAgent(), [], [])).toBeNull();
    });

    test('the last admin stays, however many are removed or demoted at once', async () => {
      const admins = (await store.agents.list()).filter((agent) => agent.role === 'admin' && agent.removedAt === 0);
      for (let i = 0; i < 3; i++) admins.push((await store.agents.create(newAgent({ role: 'admin' }), [], []))!);
      const changes = await Promise.all(
        admins.map((agent, i) =>
          i % 2 ? store.agents.remove(agent.id, 1, start, []) : store.agents.setRole(agent.id, 1, 'agent', []),
        ),
      );
      expect(changes.filter((change) => change.status === 'lastAdmin')).toHaveLength(1);
      const left = (await store.agents.list()).filter((agent) => agent.role === 'admin' && agent.removedAt === 0);
      expect(left).toHaveLength(1);
      expect(await store.agents.setRole(left[0]!.id, left[0]!.version, 'admin', [])).toMatchObject({
        status: 'stored',
      });
    });

    test('whether an agent is connected is noted without a new version', async () => {
      const agent = (await store.agents.create(newAgent(), [], []))!;
      expect(agent.wasConnected).toBe(false);
      await store.agents.noteConnected(agent.id, true);
      expect(await store.agents.byId(agent.id)).toEqual({ ...agent, wasConnected: true });
    });

    test('an agent is found by account and address, and changed by version', async () => {
      const site = await aSite(store);
      const agent = (await store.agents.create(newAgent(), [site.id], [newEvent()]))!;
      expect(await store.agents.byId(agent.id)).toEqual(agent);
      expect(await store.agents.byAuthUserId(agent.authUserId)).toEqual(agent);
      expect(await store.agents.byEmailFolded(agent.emailFolded)).toEqual(agent);
      expect(await store.agents.listOfSite(site.id)).toEqual([agent]);
      expect(await store.agents.create(newAgent({ emailFolded: agent.emailFolded }), [], [])).toBeNull();
      expect(await store.agents.create(newAgent({ authUserId: agent.authUserId }), [], [])).toBeNull();

      const event = newEvent({ subjectKind: 'agent', subjectId: agent.id });
      expect(await store.agents.setRole(agent.id, 1, 'admin', [event])).toMatchObject({
        agent: { role: 'admin', version: 2 },
      });
      expect(await store.agents.setRole(agent.id, 1, 'agent', [])).toEqual({ status: 'stale' });
      expect(await store.agents.setAvailability(agent.id, 'away', [])).toMatchObject({
        availability: 'away',
        version: 3,
      });
      const other = await aSite(store);
      expect(await store.agents.setSites(agent.id, 3, [other.id], [])).toMatchObject({ version: 4 });
      expect(await store.agents.siteIds(agent.id)).toEqual([other.id]);
      expect(await store.events.ofSubject('agent', agent.id, 5)).toMatchObject([{ version: 2 }]);
    });

    test('a removed agent is gone from their sites, and their address is free again', async () => {
      const site = await aSite(store);
      const agent = (await store.agents.create(newAgent(), [site.id], []))!;
      expect(await store.agents.remove(agent.id, 1, start, [])).toMatchObject({
        agent: { removedAt: start, version: 2 },
      });
      expect(await store.agents.listOfSite(site.id)).toEqual([]);
      expect(await store.agents.byEmailFolded(agent.emailFolded)).toBeNull();
      expect(await store.agents.setAvailability(agent.id, 'away', [])).toBeNull();
      expect(await store.agents.byId(agent.id)).toMatchObject({ removedAt: start });
      expect(await store.agents.create(newAgent({ emailFolded: agent.emailFolded }), [], [])).not.toBeNull();
    });

    test('[TK8] a site is changed by version, with its event or not at all', async () => {
      const site = await aSite(store);
      const event = newEvent({ siteId: site.id, subjectKind: 'site', subjectId: site.id });
      expect(await store.sites.byKey(site.key)).toEqual(site);
      expect(await store.sites.update(site.id, 1, { origins: [], name: 'B' }, [event])).toMatchObject({
        version: 2,
        name: 'B',
      });
      expect(
        await store.sites.update(site.id, 1, { name: 'C' }, [newEvent({ ...event, id: idOf('event') })]),
      ).toBeNull();
      expect(await store.sites.byId(site.id)).toEqual({ ...site, version: 2, name: 'B', origins: [] });
      await expect(store.sites.update(site.id, 2, { name: 'D' }, [event])).rejects.toMatchObject({
        failure: 'constraint',
      });
      expect(await store.sites.byId(site.id)).toMatchObject({ version: 2, name: 'B' });
      expect(await store.events.ofSubject('site', site.id, 5)).toHaveLength(1);
      expect(await store.groups.builtInOf(site.id)).toMatchObject({ siteId: site.id, isBuiltIn: true });
      expect((await store.sites.list()).map((each) => each.id)).toContain(site.id);
    });

    test('two sites, two requesters: an external id is unique within its site', async () => {
      const [one, two] = [await aSite(store), await aSite(store)];
      const same = { externalId: 'user-7' };
      const made = await Promise.all(Array.from({ length: 6 }, () => aRequester(store, one, same)));
      expect(new Set(made.map((requester) => requester.id)).size).toBe(1);
      const other = await aRequester(store, two, same);
      expect(other.id).not.toBe(made[0]!.id);
      expect(await store.requesters.byExternalId(two.id, 'user-7')).toEqual(other);
      const unknown = [await aRequester(store, one), await aRequester(store, one)];
      expect(unknown[0]!.id).not.toBe(unknown[1]!.id);
      expect(await store.requesters.byExternalId(one.id, '')).toBeNull();
      expect(await store.requesters.update(other.id, 1, { name: 'Blas' })).toMatchObject({ name: 'Blas', version: 2 });
      expect(await store.requesters.update(other.id, 1, { name: 'Eva' })).toBeNull();
    });

    test('a visitor can be tied to a requester, blocked and unblocked', async () => {
      const site = await aSite(store);
      const visitor = await aVisitor(store, site);
      const requester = await aRequester(store, site);
      expect(await store.visitors.setRequester(visitor.id, requester.id)).toMatchObject({
        requesterId: requester.id,
        version: 2,
      });
      expect(await store.visitors.block(visitor.id, start, [])).toMatchObject({ blockedAt: start, version: 3 });
      expect(await store.visitors.block(visitor.id, 0, [])).toEqual({
        ...visitor,
        requesterId: requester.id,
        version: 4,
      });
      expect(await store.visitors.byId(visitor.id)).toMatchObject({ version: 4 });
      expect(await store.visitors.block(idOf('visitor'), start, [])).toBeNull();
    });

    test('an invitation is used once, however many try at once, and not after it expired', async () => {
      const invitation = (patch: Partial<InvitationRow> = {}) => ({
        id: idOf('invitation'),
        kind: 'invitation' as const,
        email: 'eva@example.com',
        name: 'Eva',
        role: 'agent' as const,
        siteIds: [],
        tokenHash: uuid(),
        createdBy: '' as const,
        createdAt: start,
        expiresAt: start + 1000,
        ...patch,
      });
      expect(await store.invitations.unusedSetup(start)).toBeNull();
      const setup = await store.invitations.create(invitation({ kind: 'setup' }), []);
      expect(await store.invitations.unusedSetup(start)).toEqual(setup);
      expect(await store.invitations.unusedSetup(start + 1000)).toBeNull();
      expect(await store.invitations.use(setup.tokenHash, start + 1000)).toBeNull();
      const uses = await Promise.all(
        Array.from({ length: 8 }, () => store.invitations.use(setup.tokenHash, start + 5)),
      );
      expect(uses.filter((use) => use !== null)).toEqual([{ ...setup, usedAt: start + 5 }]);
      expect(await store.invitations.unusedSetup(start)).toBeNull();
      expect(await store.invitations.byTokenHash(setup.tokenHash)).toMatchObject({ usedAt: start + 5 });
      expect(await store.invitations.byTokenHash('')).toBeNull();
      const open = await store.invitations.create(invitation({ siteIds: [idOf('site')] }), [newEvent()]);
      expect(await store.invitations.listOpen(start)).toEqual([open]);
    });

    test('[DL8] read marks only rise, and unknown conversations are skipped', async () => {
      const conversation = await aConversation(store, await aSite(store));
      await stored(store, saying(conversation.id, 'nota', { kind: 'note', authorKind: 'agent' }));
      await stored(store, saying(conversation.id, 'dos'));
      const mark = (seq: number, conversationId = conversation.id) => ({ conversationId, readerId: 'agt_1', seq });
      await store.readMarks.set([mark(1), mark(3), mark(2), mark(9, idOf('conversation'))]);
      await store.readMarks.set([mark(2)]);
      await store.readMarks.set([]);
      expect(await store.readMarks.ofReader('agt_1', [conversation.id])).toEqual([mark(3)]);
      for (const seq of [2, 1, 99]) await store.readMarks.setOfVisitor(conversation.id, seq);
      expect(await store.conversations.byId(conversation.id)).toMatchObject({ visitorReadSeq: 2, version: 3 });
      expect(await store.readMarks.setOfAgents(conversation.id, 2)).toBe(1);
      expect(await store.readMarks.setOfAgents(conversation.id, 3)).toBe(2);
      expect(await store.readMarks.setOfAgents(conversation.id, 1)).toBe(2);
    });

    test('small facts are set, read and set only once', async () => {
      expect(await store.installation.get('prefix')).toBe('');
      expect(await store.installation.setOnce('prefix', 'VEN')).toBe('VEN');
      expect(await store.installation.setOnce('prefix', 'ABC')).toBe('VEN');
      await store.installation.set('prefix', 'XYZ');
      expect(await store.installation.get('prefix')).toBe('XYZ');
    });
  });
}
