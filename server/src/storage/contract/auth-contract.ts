import { betterAuth } from 'better-auth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MakePlace, OpenedStore, Place } from './harness-for-tests.ts';

const password = 'correcta caballo pila';

export function authContract(makePlace: MakePlace): void {
  describe('better-auth over the store', () => {
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

    function makeAuth() {
      return betterAuth({
        database: store.authAdapter,
        baseURL: 'http://localhost:4000',
        secret: 'a secret of at least thirty-two characters',
        emailAndPassword: { enabled: true },
        verification: { storeIdentifier: 'hashed' },
        telemetry: { enabled: false },
      });
    }

    test('an account is made, signs in, is found and signs out', async () => {
      const auth = makeAuth();
      const { internalAdapter, password: passwords } = await auth.$context;
      const user = await internalAdapter.createUser(
        { name: 'Marta', email: 'marta@example.com', emailVerified: true },
        { method: 'email-password' },
      );
      const hash = await passwords.hash(password);
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: hash,
      });

      const signedIn = await auth.api.signInEmail({ body: { email: 'Marta@Example.com', password }, asResponse: true });
      expect(signedIn.status).toBe(200);
      const headers = new Headers({ cookie: signedIn.headers.get('set-cookie')!.split(';')[0]! });
      const session = await auth.api.getSession({ headers });
      expect(session?.user).toMatchObject({ id: user.id, emailVerified: true });
      expect(session?.session.expiresAt).toBeInstanceOf(Date);
      expect(await internalAdapter.listSessions(user.id)).toHaveLength(1);
      await auth.api.signOut({ headers });
      expect(await internalAdapter.listSessions(user.id)).toEqual([]);
      expect(await auth.api.getSession({ headers })).toBeNull();
    });

    test('a link for one use is found by its hash and only once', async () => {
      const { internalAdapter } = await makeAuth().$context;
      const expiresAt = new Date(Date.now() + 60_000);
      await internalAdapter.createVerificationValue({ identifier: 'reset:abc', value: 'user', expiresAt });
      const rows = await place.sql('SELECT identifier FROM auth_verifications');
      expect(JSON.stringify(rows)).not.toContain('reset:abc');
      const uses = await Promise.all([1, 2, 3].map(() => internalAdapter.consumeVerificationValue('reset:abc')));
      expect(uses.filter((use) => use !== null)).toMatchObject([{ value: 'user', expiresAt }]);
    });

    test('a transaction that fails leaves no account behind', async () => {
      const { adapter } = await makeAuth().$context;
      const attempt = adapter.transaction(async (tx) => {
        const times = { createdAt: new Date(0), updatedAt: new Date(0) };
        await tx.create({
          model: 'user',
          data: { name: 'Eva', email: 'eva@example.com', emailVerified: false, ...times },
        });
        expect(await tx.count({ model: 'user', where: [{ field: 'email', value: 'eva@example.com' }] })).toBe(1);
        throw new Error('changed my mind');
      });
      await expect(attempt).rejects.toThrow('changed my mind');
      expect(await adapter.count({ model: 'user', where: [{ field: 'email', value: 'eva@example.com' }] })).toBe(0);
    });
  });
}
