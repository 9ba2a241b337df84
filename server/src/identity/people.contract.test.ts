import { limits } from '@ventanilla/shared/limits';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashSecret } from '../lib/ids.ts';
import { createDatabase } from '../storage/postgres/database-for-tests.ts';
import {
  colleague,
  invitationBy,
  openIdentity,
  owner,
  secretIn,
  withColleague,
  withOwner,
} from './identity-for-tests.ts';

const refusal = (code: string) => expect.objectContaining({ code });
const codeOf = (error: { code: string }) => error.code;

/** Nothing for SQLite, which is there anyway. */
async function sqlite() {
  return {};
}

async function postgres() {
  const { url, drop } = await createDatabase();
  onTestFinished(drop);
  return { url };
}

describe.each([
  ['SQLite', sqlite],
  ['PostgreSQL', postgres],
])('people on %s', (_name, database) => {
  describe('the first start', () => {
    it('makes one site, open around the clock, and a link for the first admin', async () => {
      const { start, deps } = await openIdentity(await database());
      const link = await start();
      expect(link).toMatch(/^https:\/\/help\.example\.com\/dashboard\/setup#[A-Za-z0-9_-]{43}$/);
      expect(deps.directory.sites()).toEqual([
        expect.objectContaining({
          name: 'Ventanilla',
          origins: ['https://help.example.com'],
          locale: 'es',
          pickUpMs: 180_000,
          identitySecrets: [expect.stringMatching(/^[A-Za-z0-9_-]{43}$/)],
        }),
      ]);
      const [site] = deps.directory.sites();
      expect(deps.directory.builtInGroup(site!.id)).toMatchObject({ name: 'Equipo', isBuiltIn: true });
    });

    it('keeps only the hash of the link', async () => {
      const { start, deps } = await openIdentity(await database());
      const secret = secretIn(await start());
      const stored = await deps.store.invitations.unusedSetup(deps.clock.now());
      expect(JSON.stringify(stored)).not.toContain(secret);
    });

    it('happens again at each start without agents: no second site, and only the newest link works', async () => {
      const { start, deps, call, anyone } = await openIdentity(await database());
      const [first, second] = [secretIn(await start()), secretIn(await start())];
      expect(deps.directory.sites()).toHaveLength(1);
      await expect(call('setup:check', anyone, { secret: first })).rejects.toEqual(refusal('link_expired'));
      expect(await call('setup:check', anyone, { secret: second })).toEqual({ isOpen: true });
    });

    it('gives no link once there is an agent', async () => {
      const { start, deps } = await withOwner(await database());
      expect(await start()).toBe('');
      expect(await deps.store.invitations.unusedSetup(deps.clock.now())).toBeNull();
    });
  });

  describe('the set-up link', () => {
    it('makes an admin of every site who can sign in', async () => {
      const { deps, ownerId, happenings, signIn, claim } = await withOwner(await database());
      expect(deps.directory.agent(ownerId)).toMatchObject({
        name: 'Núria',
        email: 'Nuria@example.com',
        emailFolded: 'nuria@example.com',
        role: 'admin',
        availability: 'available',
        siteIds: deps.directory.sites().map(({ id }) => id),
      });
      expect(happenings).toEqual([{ type: 'agentChanged', agentId: ownerId }]);
      expect(await claim(await signIn(owner.email, owner.password))).toMatchObject({ agentId: ownerId });
    });

    it('is looked at without using it up', async () => {
      const { start, call, anyone } = await openIdentity(await database());
      const secret = secretIn(await start());
      await call('setup:check', anyone, { secret });
      await call('setup:check', anyone, { secret });
      await call('setup:complete', anyone, { secret, ...owner });
      await expect(call('setup:check', anyone, { secret })).rejects.toEqual(refusal('already_set_up'));
    });

    it('makes one admin when two race with it', async () => {
      const { start, call, anyone, deps, signIn, claim } = await openIdentity(await database());
      const secret = secretIn(await start());
      const people = [owner, colleague];
      const answers = await Promise.all(
        people.map((person) => call('setup:complete', anyone, { secret, ...person }).catch(codeOf)),
      );
      const winner = answers.findIndex((answer) => typeof answer === 'object');
      expect(answers.filter((answer) => typeof answer === 'object')).toHaveLength(1);
      expect(['link_expired', 'already_set_up']).toContain(answers[1 - winner]);
      expect(await deps.store.agents.list()).toHaveLength(1);
      const [won, lost] = [people[winner]!, people[1 - winner]!];
      expect(await claim(await signIn(won.email, won.password))).not.toBeNull();
      await expect(signIn(lost.email, lost.password)).rejects.toEqual(refusal('wrong_credentials'));
    });

    it('makes one admin when two links race, and leaves no account behind', async () => {
      const { start, call, anyone, deps, signIn } = await openIdentity(await database());
      const first = secretIn(await start());
      const rows = await deps.store.invitations.listOpen(deps.clock.now());
      const second = deps.ids.secret();
      const { usedAt: _unused, ...row } = rows[0]!;
      await deps.store.invitations.create(
        { ...row, id: deps.ids.next('invitation'), tokenHash: hashSecret(second) },
        [],
      );
      const answers = await Promise.all([
        call('setup:complete', anyone, { secret: first, ...owner }).catch(codeOf),
        call('setup:complete', anyone, { secret: second, ...colleague }).catch(codeOf),
      ]);
      const lost = typeof answers[0] === 'object' ? colleague : owner;
      expect(answers).toContain('already_set_up');
      expect(await deps.store.agents.list()).toHaveLength(1);
      await expect(signIn(lost.email, lost.password)).rejects.toEqual(refusal('wrong_credentials'));
      await expect(deps.agentAuth.createAccount(lost)).resolves.toEqual(expect.any(String));
    });

    it('expires, and refuses what is not a set-up link', async () => {
      const { start, call, anyone, deps, moveClock } = await openIdentity(await database());
      const secret = secretIn(await start());
      await expect(call('setup:check', anyone, { secret: deps.ids.secret() })).rejects.toEqual(refusal('link_expired'));
      await expect(call('invitation:check', anyone, { secret })).rejects.toEqual(refusal('link_expired'));
      moveClock(limits.setupLifeMs);
      await expect(call('setup:complete', anyone, { secret, ...owner })).rejects.toEqual(refusal('link_expired'));
      expect(await deps.store.agents.list()).toEqual([]);
    });
  });

  describe('an invitation', () => {
    it('makes a colleague who can sign in', async () => {
      const { deps, colleagueId, link, signIn, claim } = await withColleague(await database());
      expect(link).toMatch(/^https:\/\/help\.example\.com\/dashboard\/join#[A-Za-z0-9_-]{43}$/);
      expect(deps.directory.agent(colleagueId)).toMatchObject({
        name: 'Iker',
        role: 'agent',
        email: 'iker@example.com',
      });
      expect(await claim(await signIn(colleague.email, colleague.password))).toMatchObject({ agentId: colleagueId });
    });

    it('is mailed in the language of who invites', async () => {
      const { mailbox, link } = await withColleague(await database());
      const mail = await mailbox.next();
      expect(mail).toMatchObject({ to: 'iker@example.com', subject: 'Núria te invita a Ventanilla' });
      expect(mail.text).toContain(link);
    });

    it('is only shown where no mail can be sent', async () => {
      const { mailbox } = await withColleague({ ...(await database()), canSend: false });
      expect(mailbox.mails).toEqual([]);
    });

    it('says whom it is for, as often as it is opened', async () => {
      const { call, callerOf, ownerId, anyone } = await withOwner(await database());
      const admin = callerOf(ownerId);
      const invited = invitationBy(admin);
      const { link, invitation } = await call('agent:invite', admin, invited);
      const secret = secretIn(link);
      expect(invitation).toEqual({ ...invited, id: invitation.id, expiresAt: expect.any(Number) });
      expect(await call('invitation:check', anyone, { secret })).toEqual({ name: 'Iker', email: 'iker@example.com' });
      expect(await call('invitation:check', anyone, { secret })).toEqual({ name: 'Iker', email: 'iker@example.com' });
      expect(await call('invitation:list', admin, {})).toEqual({ invitations: [invitation] });
    });

    it('works once, also when two accept at the same time', async () => {
      const { call, callerOf, ownerId, anyone, deps } = await withOwner(await database());
      const admin = callerOf(ownerId);
      const invited = invitationBy(admin);
      const secret = secretIn((await call('agent:invite', admin, invited)).link);
      const accepted = { secret, name: 'Iker', password: colleague.password };
      const answers = await Promise.all(
        [accepted, accepted].map((data) => call('invitation:accept', anyone, data).catch(codeOf)),
      );
      expect(answers.filter((answer) => answer === 'link_expired')).toHaveLength(1);
      await expect(call('invitation:accept', anyone, accepted)).rejects.toEqual(refusal('link_expired'));
      await expect(call('invitation:check', anyone, { secret })).rejects.toEqual(refusal('link_expired'));
      expect(await deps.store.agents.list()).toHaveLength(2);
      expect(await call('invitation:list', admin, {})).toEqual({ invitations: [] });
    });

    it('expires, is revoked, and is replaced by the next one for the same address', async () => {
      const { call, callerOf, ownerId, anyone, moveClock } = await withOwner(await database());
      const admin = callerOf(ownerId);
      const invited = invitationBy(admin);
      const expectGone = (link: string) =>
        expect(call('invitation:check', anyone, { secret: secretIn(link) })).rejects.toEqual(refusal('link_expired'));

      const first = await call('agent:invite', admin, invited);
      const second = await call('agent:invite', admin, { ...invited, email: 'IKER@example.com' });
      await expectGone(first.link);
      const invitationId = second.invitation.id;
      expect(await call('invitation:revoke', admin, { invitationId })).toEqual({ invitationId });
      await expectGone(second.link);
      await expect(call('invitation:revoke', admin, { invitationId })).rejects.toEqual(refusal('not_found'));
      const third = await call('agent:invite', admin, invited);
      moveClock(limits.invitationLifeMs);
      await expectGone(third.link);
      expect(await call('invitation:list', admin, {})).toEqual({ invitations: [] });
    });

    it('is refused for an address that is taken, in any case, and for sites that do not exist', async () => {
      const { call, callerOf, ownerId, deps } = await withColleague(await database());
      const admin = callerOf(ownerId);
      const invited = { ...invitationBy(admin), email: 'IKER@example.com' };
      await expect(call('agent:invite', admin, invited)).rejects.toEqual(refusal('address_taken'));
      const elsewhere = { ...invited, email: 'ana@example.com', siteIds: [deps.ids.next('site')] };
      await expect(call('agent:invite', admin, elsewhere)).rejects.toEqual(refusal('not_found'));
      await expect(call('agent:invite', admin, { ...elsewhere, siteIds: [] })).rejects.toEqual(refusal('invalid'));
    });

    it('does not let in what was left over from an acceptance that did not end', async () => {
      const { call, callerOf, ownerId, anyone, deps, signIn, claim } = await withOwner(await database());
      await deps.agentAuth.createAccount({ ...colleague, password: 'a password from before' });
      await expect(signIn(colleague.email, 'a password from before')).rejects.toEqual(refusal('wrong_credentials'));
      const admin = callerOf(ownerId);
      const invited = invitationBy(admin);
      const secret = secretIn((await call('agent:invite', admin, invited)).link);
      await call('invitation:accept', anyone, { secret, name: 'Iker', password: colleague.password });
      expect(await claim(await signIn(colleague.email, colleague.password))).not.toBeNull();
      await expect(signIn(colleague.email, 'a password from before')).rejects.toEqual(refusal('wrong_credentials'));
    });
  });

  describe('a change of role', () => {
    it('closes the sockets, keeps the session and is known at once', async () => {
      const { call, callerOf, ownerId, colleagueId, deps, happenings, signIn, claim } = await withColleague(
        await database(),
      );
      const session = await signIn(colleague.email, colleague.password);
      happenings.length = 0;
      const change = { agentId: colleagueId, version: 1, role: 'admin' } as const;
      const { agent } = await call('agent:setRole', callerOf(ownerId), change);
      expect(agent).toMatchObject({ id: colleagueId, role: 'admin', version: 2, isOnline: false });
      expect(deps.directory.agent(colleagueId)?.role).toBe('admin');
      expect(happenings).toEqual([
        { type: 'agentRevoked', agentId: colleagueId, reason: 'roleChanged' },
        { type: 'agentChanged', agentId: colleagueId },
      ]);
      expect(await claim(session)).toMatchObject({ agentId: colleagueId });
      const history = await deps.store.events.ofSubject('agent', colleagueId, 10);
      expect(history.at(-1)).toMatchObject({
        type: 'agent.roleChanged',
        version: 2,
        actorKind: 'agent',
        actorId: ownerId,
        before: { role: 'agent' },
        after: { role: 'admin' },
      });
    });

    it('conflicts with one in between and is not found for nobody', async () => {
      const { call, callerOf, ownerId, colleagueId, deps, happenings } = await withColleague(await database());
      const admin = callerOf(ownerId);
      happenings.length = 0;
      const stale = { agentId: colleagueId, version: 7, role: 'admin' } as const;
      await expect(call('agent:setRole', admin, stale)).rejects.toMatchObject({
        code: 'conflict',
        details: { version: 1 },
      });
      const nobody = { ...stale, agentId: deps.ids.next('agent') };
      await expect(call('agent:setRole', admin, nobody)).rejects.toEqual(refusal('not_found'));
      expect(happenings).toEqual([]);
    });

    it('never takes away the last admin, also when two go at the same time', async () => {
      const { call, callerOf, ownerId, colleagueId, deps } = await withColleague(await database());
      const admin = callerOf(ownerId);
      const step = { agentId: ownerId, version: 1, role: 'agent' } as const;
      await expect(call('agent:setRole', admin, step)).rejects.toEqual(refusal('last_admin'));
      await expect(call('agent:remove', admin, { agentId: ownerId, version: 1 })).rejects.toEqual(
        refusal('last_admin'),
      );
      await call('agent:setRole', admin, { agentId: colleagueId, version: 1, role: 'admin' });
      const answers = await Promise.all([
        call('agent:setRole', admin, step).catch(codeOf),
        call('agent:remove', admin, { agentId: colleagueId, version: 2 }).catch(codeOf),
      ]);
      expect(answers.filter((answer) => answer === 'last_admin')).toHaveLength(1);
      expect(deps.directory.agents().filter(({ role }) => role === 'admin')).toHaveLength(1);
    });
  });

  describe('a removal', () => {
    it('closes sockets, ends account and sessions, and keeps the name', async () => {
      const { call, callerOf, ownerId, colleagueId, deps, happenings, signIn, claim } = await withColleague(
        await database(),
      );
      const session = await signIn(colleague.email, colleague.password);
      happenings.length = 0;
      const removal = { agentId: colleagueId, version: 1 };
      expect(await call('agent:remove', callerOf(ownerId), removal)).toEqual({ agentId: colleagueId });
      expect(happenings).toEqual([
        { type: 'agentRevoked', agentId: colleagueId, reason: 'removed' },
        { type: 'agentRemoved', agentId: colleagueId },
      ]);
      expect(await claim(session)).toBeNull();
      expect(deps.directory.agents().map(({ id }) => id)).toEqual([ownerId]);
      expect(deps.directory.agent(colleagueId)).toMatchObject({ name: 'Iker', removedAt: deps.clock.now() });
      await expect(call('agent:remove', callerOf(ownerId), removal)).rejects.toEqual(refusal('not_found'));
    });

    it('lets the address be invited again, as somebody new', async () => {
      const { call, callerOf, ownerId, colleagueId, anyone, signIn, claim } = await withColleague(await database());
      const admin = callerOf(ownerId);
      await call('agent:remove', admin, { agentId: colleagueId, version: 1 });
      const invited = invitationBy(admin);
      const secret = secretIn((await call('agent:invite', admin, invited)).link);
      const { agentId } = await call('invitation:accept', anyone, {
        secret,
        name: 'Iker',
        password: 'a third password',
      });
      expect(agentId).not.toBe(colleagueId);
      expect(await claim(await signIn(colleague.email, 'a third password'))).toMatchObject({ agentId });
      await expect(signIn(colleague.email, colleague.password)).rejects.toEqual(refusal('wrong_credentials'));
    });
  });

  describe("an agent's own session", () => {
    it('shows the agent, colleagues, sites and groups, and no secret', async () => {
      const { call, callerOf, ownerId, colleagueId, deps } = await withColleague(await database());
      deps.presence.opened(ownerId);
      const opened = await call('session:open', callerOf(colleagueId), {});
      const [site] = deps.directory.sites();
      expect(opened).toMatchObject({
        agent: { id: colleagueId, isOnline: false },
        agents: [{ id: ownerId, isOnline: true, siteIds: [site?.id] }],
        sites: [{ id: site?.id, key: site?.key, position: 'end' }],
        groups: [{ siteId: site?.id, name: 'Equipo', isBuiltIn: true }],
        publicUrl: 'https://help.example.com',
      });
      expect(JSON.stringify(opened)).not.toContain(site?.identitySecrets[0]);
    });

    it('shows an agent only who shares a site with them', async () => {
      const { call, callerOf, ownerId, colleagueId, deps } = await withColleague(await database());
      await deps.store.agents.setSites(ownerId, 1, [], []);
      await deps.directory.reloadAgents();
      expect((await call('session:open', callerOf(colleagueId), {})).agents).toEqual([]);
      const seen = await call('session:open', callerOf(ownerId), {});
      expect(seen.agents.map(({ id }) => id)).toEqual([colleagueId]);
      expect(seen.sites).toEqual([]);
    });

    it('says whether they take new conversations, and records only changes', async () => {
      const { call, callerOf, colleagueId, deps, happenings } = await withColleague(await database());
      const caller = callerOf(colleagueId);
      deps.presence.opened(colleagueId);
      happenings.length = 0;
      const { agent } = await call('availability:set', caller, { availability: 'away' });
      expect(agent).toMatchObject({ availability: 'away', isOnline: false, version: 2 });
      await call('availability:set', caller, { availability: 'away' });
      expect(happenings).toEqual([{ type: 'agentChanged', agentId: colleagueId }]);
      expect((await call('availability:set', caller, { availability: 'available' })).agent.isOnline).toBe(true);
      const types = (await deps.store.events.ofSubject('agent', colleagueId, 10)).map(({ type }) => type);
      expect(types).toEqual(['agent.joined', 'agent.availabilityChanged', 'agent.availabilityChanged']);
    });
  });
});
