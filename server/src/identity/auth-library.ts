import { hkdfSync } from 'node:crypto';
import { limits } from '@ventanilla/shared/limits';
import { type BetterAuthOptions, betterAuth } from 'better-auth/minimal';
import type { Config } from '../config.ts';
import type { Logger } from '../lib/logger.ts';
import { ownOrigins } from './own-origin.ts';

/** Where better-auth keeps accounts and sessions; made by the storage. */
export type AuthDatabase = NonNullable<BetterAuthOptions['database']>;

/**
 * The only header in which the library looks for a client's address. The HTTP layer sets it from the socket after it has
 * removed whatever the client sent under this name.
 */
export const addressHeader = 'x-ventanilla-address';

const sessionLifeS = 14 * 24 * 60 * 60;
const renewAfterS = 24 * 60 * 60;
const resetLifeS = 60 * 60;

export interface LibraryOptions {
  database: AuthDatabase;
  config: Pick<Config, 'publicUrl' | 'isLoopbackUrl'>;
  /** The installation's own; what signs cookies is derived from it for this use alone. */
  secret: Buffer;
  log: Logger;
  /** Must not be waited for: the answer would tell who has an account. */
  sendReset(authUserId: string, resetSecret: string): void;
  passwordWasReset(authUserId: string): Promise<void>;
}

/** better-auth, for address and password alone. Its router is not mounted: {@link createAuthRoutes} calls single endpoints. */
export function createAuthLibrary({ database, config, secret, log, sendReset, passwordWasReset }: LibraryOptions) {
  return betterAuth({
    appName: 'Ventanilla',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    trustedOrigins: ownOrigins(config),
    secret: Buffer.from(hkdfSync('sha256', secret, '', 'ventanilla agent sessions v1', 32)).toString('base64url'),
    database,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: limits.passwordMinLength,
      maxPasswordLength: limits.passwordMaxLength,
      resetPasswordTokenExpiresIn: resetLifeS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => sendReset(user.id, token),
      onPasswordReset: ({ user }) => passwordWasReset(user.id),
    },
    verification: { storeIdentifier: 'hashed' },
    session: { expiresIn: sessionLifeS, updateAge: renewAfterS, cookieCache: { enabled: false } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Only its errors, and only their first words: what follows them may hold addresses.
    logger: { level: 'error', log: (_level, message) => log.error({ said: message }, 'the identity library failed') },
    advanced: {
      cookiePrefix: 'ventanilla',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      disableOriginCheck: false,
    },
  });
}

export type AuthLibrary = ReturnType<typeof createAuthLibrary>;
