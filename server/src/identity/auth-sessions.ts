import { AppError } from '../actions/app-error.ts';
import type { AgentRow } from '../domain/rows.ts';
import type { Store } from '../storage/store.ts';
import type { AuthLibrary } from './auth-library.ts';
import { asking } from './library-refusal.ts';

export interface CurrentSession {
  agent: AgentRow;
  sessionId: string;
  /** What the cookie carries. */
  token: string;
  /** ms UTC, unless it is renewed before. */
  expiresAt: number;
}

/** The open sessions of agents. The library answers that something ended even when it did not: here it is read back. */
export interface AuthSessions {
  /** The session that a request's cookie names; null when it has ended or its agent was removed. */
  current(headers: Headers): Promise<CurrentSession | null>;
  /** Null: nobody of ours, or removed. */
  activeAgent(authUserId: string): Promise<AgentRow | null>;
  /** Throws `unavailable` while the session can still be found. */
  requireEnded(token: string): Promise<void>;
  endAll(authUserId: string): Promise<void>;
  /** Answers the ids of those it ended. */
  endOthers(current: CurrentSession): Promise<string[]>;
}

export function createAuthSessions(library: AuthLibrary, store: Store): AuthSessions {
  async function activeAgent(authUserId: string) {
    const agent = await store.agents.byAuthUserId(authUserId);
    return agent?.removedAt === 0 ? agent : null;
  }

  return {
    activeAgent,
    async current(headers) {
      if (!headers.has('cookie')) return null;
      const found = await asking(library.api.getSession({ headers, query: { disableRefresh: true } }));
      const agent = found && (await activeAgent(found.user.id));
      if (!agent) return null;
      const { id: sessionId, token, expiresAt } = found.session;
      return { agent, sessionId, token, expiresAt: expiresAt.getTime() };
    },
    async requireEnded(token) {
      const { internalAdapter } = await library.$context;
      if (await internalAdapter.findSession(token)) throw new AppError('unavailable');
    },
    async endAll(authUserId) {
      const { internalAdapter } = await library.$context;
      await internalAdapter.deleteUserSessions(authUserId);
      const left = await internalAdapter.listSessions(authUserId);
      if (left.length > 0) throw new AppError('unavailable');
    },
    async endOthers({ agent, sessionId }) {
      const { internalAdapter } = await library.$context;
      const others = async () =>
        (await internalAdapter.listSessions(agent.authUserId)).filter(({ id }) => id !== sessionId);
      const ended = await others();
      if (ended.length > 0) await internalAdapter.deleteSessions(ended.map(({ token }) => token));
      const left = new Set((await others()).map(({ id }) => id));
      if (ended.some(({ id }) => left.has(id))) throw new AppError('unavailable');
      return ended.map(({ id }) => id);
    },
  };
}
