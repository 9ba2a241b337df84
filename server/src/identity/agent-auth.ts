import type { AgentId } from '@ventanilla/shared/ids';
import { AppError } from '../actions/app-error.ts';
import type { Config } from '../config.ts';
import type { Bus } from '../lib/bus.ts';
import { composeMail } from '../lib/compose-mail.ts';
import type { Logger } from '../lib/logger.ts';
import type { Mailer } from '../lib/mailer.ts';
import type { RateLimiter } from '../lib/rate-limit.ts';
import { sendLater } from '../lib/send-later.ts';
import type { Store } from '../storage/store.ts';
import { type AuthDatabase, createAuthLibrary } from './auth-library.ts';
import { createAuthRoutes } from './auth-routes.ts';
import { createAuthSessions } from './auth-sessions.ts';

/** Who is behind a request that carries an agent's cookie. */
export interface AgentClaim {
  agentId: AgentId;
  sessionId: string;
  /** ms UTC, unless the session is renewed before. */
  expiresAt: number;
}

/** The accounts and sessions of agents. */
export interface AgentAuth {
  /** Null: no session, an ended one, or an agent who was removed. Read from the database each time, never kept. */
  claimOf(headers: Headers): Promise<AgentClaim | null>;
  /**
   * Answers the routes under `/api/auth/` with `{ ok: true, data }` and our cookies. Refusals are thrown as `AppError`, so
   * that they get the same body as everywhere. `Origin` has been checked, and `x-ventanilla-address` is the transport's word.
   */
  handle(request: Request): Promise<Response>;
  /** Answers the account's id; `address_taken` when an agent has it. */
  createAccount(account: NewAccount): Promise<string>;
  /** Its sessions end with it. */
  deleteAccount(authUserId: string): Promise<void>;
}

export interface NewAccount {
  email: string;
  name: string;
  password: string;
}

export interface AgentAuthOptions {
  database: AuthDatabase;
  store: Store;
  config: Pick<Config, 'publicUrl' | 'isLoopbackUrl' | 'rateLimits'>;
  /** The installation's, from `lib/secret-file.ts`. */
  secret: Buffer;
  bus: Bus;
  limiter: RateLimiter;
  mailer: Mailer;
  log: Logger;
}

export function createAgentAuth(options: AgentAuthOptions): AgentAuth {
  const { store, config, bus, mailer, log } = options;
  const library = createAuthLibrary({
    ...options,
    sendReset(authUserId, resetSecret) {
      mailReset(authUserId, resetSecret).catch(() => log.warn('a reset link was not mailed'));
    },
    async passwordWasReset(authUserId) {
      await sessions.endAll(authUserId);
      const agent = await sessions.activeAgent(authUserId);
      if (agent) bus.publish({ type: 'agentRevoked', agentId: agent.id, reason: 'passwordChanged' });
    },
  });
  const sessions = createAuthSessions(library, store);
  const handle = createAuthRoutes({ ...options, library, sessions });

  async function mailReset(authUserId: string, resetSecret: string): Promise<void> {
    const agent = await sessions.activeAgent(authUserId);
    if (!agent) return;
    const { publicUrl } = config;
    const link = `${publicUrl}/dashboard/reset#${resetSecret}`;
    const values = { name: agent.name, publicUrl, link };
    sendLater(mailer, log, composeMail(agent.email, agent.locale, 'passwordReset', values));
  }

  return {
    handle,
    async claimOf(headers) {
      const current = await sessions.current(headers);
      if (!current) return null;
      const { agent, sessionId, expiresAt } = current;
      return { agentId: agent.id, sessionId, expiresAt };
    },
    async createAccount({ email, name, password }) {
      const { internalAdapter, password: passwords } = await library.$context;
      const known = await internalAdapter.findUserByEmail(email);
      if (known) {
        if (await store.agents.byAuthUserId(known.user.id)) throw new AppError('address_taken');
        // Left over from a process that ended between making the account and its agent.
        await internalAdapter.deleteUser(known.user.id);
      }
      const hash = await passwords.hash(password);
      const user = await internalAdapter.createUser(
        { email, name, emailVerified: false },
        { method: 'email-password' },
      );
      const account = { userId: user.id, accountId: user.id, providerId: 'credential', password: hash };
      await internalAdapter.linkAccount(account);
      return user.id;
    },
    async deleteAccount(authUserId) {
      const { internalAdapter } = await library.$context;
      await internalAdapter.deleteUser(authUserId);
    },
  };
}
