import type { Kit } from './kit.ts';

/** The tables of better-auth, named and typed as its adapter wants them; only they know null. */
export function defineAuthTables(kit: Kit) {
  const authUsers = kit.table('auth_users', {
    id: kit.text('id').primaryKey(),
    name: kit.text('name'),
    email: kit.text('email').unique(),
    emailVerified: kit.boolean('email_verified').default(false),
    image: kit.nullableText('image'),
    createdAt: kit.date('created_at').notNull(),
    updatedAt: kit.date('updated_at').notNull(),
  });

  const authSessions = kit.table(
    'auth_sessions',
    {
      id: kit.text('id').primaryKey(),
      expiresAt: kit.date('expires_at').notNull(),
      token: kit.text('token').unique(),
      createdAt: kit.date('created_at').notNull(),
      updatedAt: kit.date('updated_at').notNull(),
      ipAddress: kit.nullableText('ip_address'),
      userAgent: kit.nullableText('user_agent'),
      userId: kit.text('user_id').references(() => authUsers.id, { onDelete: 'cascade' }),
    },
    (session) => [kit.index('auth_sessions_user').on(session.userId)],
  );

  const authAccounts = kit.table(
    'auth_accounts',
    {
      id: kit.text('id').primaryKey(),
      accountId: kit.text('account_id'),
      providerId: kit.text('provider_id'),
      userId: kit.text('user_id').references(() => authUsers.id, { onDelete: 'cascade' }),
      accessToken: kit.nullableText('access_token'),
      refreshToken: kit.nullableText('refresh_token'),
      idToken: kit.nullableText('id_token'),
      accessTokenExpiresAt: kit.date('access_token_expires_at'),
      refreshTokenExpiresAt: kit.date('refresh_token_expires_at'),
      scope: kit.nullableText('scope'),
      password: kit.nullableText('password'),
      createdAt: kit.date('created_at').notNull(),
      updatedAt: kit.date('updated_at').notNull(),
    },
    (account) => [kit.index('auth_accounts_user').on(account.userId)],
  );

  const authVerifications = kit.table(
    'auth_verifications',
    {
      id: kit.text('id').primaryKey(),
      identifier: kit.text('identifier'),
      value: kit.text('value'),
      expiresAt: kit.date('expires_at').notNull(),
      createdAt: kit.date('created_at').notNull(),
      updatedAt: kit.date('updated_at').notNull(),
    },
    (verification) => [kit.index('auth_verifications_identifier').on(verification.identifier)],
  );

  return { authUsers, authSessions, authAccounts, authVerifications };
}
