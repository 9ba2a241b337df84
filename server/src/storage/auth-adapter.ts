import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Database } from './database.ts';

export type AuthAdapter = ReturnType<typeof drizzleAdapter>;

/** better-auth's own adapter over our database, its transactions included. */
export function authAdapter({ db, schema, dialect }: Database): AuthAdapter {
  return drizzleAdapter(db, {
    provider: dialect === 'postgres' ? 'pg' : 'sqlite',
    transaction: true,
    schema: {
      user: schema.authUsers,
      session: schema.authSessions,
      account: schema.authAccounts,
      verification: schema.authVerifications,
    },
  });
}
