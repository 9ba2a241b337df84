import { type RouteName, routes } from '@ventanilla/shared/wire/routes';
import type { RateClass } from '@ventanilla/shared/wire/spec';
import { AppError } from '../actions/app-error.ts';
import type { Config } from '../config.ts';
import type { Bus } from '../lib/bus.ts';
import { hashSecret } from '../lib/ids.ts';
import { faultOf, type Logger } from '../lib/logger.ts';
import type { Mailer } from '../lib/mailer.ts';
import { addressFactor, addressKey, type RateLimiter } from '../lib/rate-limit.ts';
import { type AuthLibrary, addressHeader } from './auth-library.ts';
import {
  changePasswordRequest,
  newPasswordRequest,
  readRequest,
  resetRequest,
  signInRequest,
} from './auth-requests.ts';
import type { AuthSessions, CurrentSession } from './auth-sessions.ts';
import { asking } from './library-refusal.ts';

interface Parts {
  library: AuthLibrary;
  sessions: AuthSessions;
  config: Pick<Config, 'publicUrl' | 'isLoopbackUrl' | 'rateLimits'>;
  bus: Bus;
  limiter: RateLimiter;
  mailer: Mailer;
  log: Logger;
}

interface Answer {
  data: unknown;
  /** Whose `Set-Cookie` goes out with it. */
  headers?: Headers;
}

/** Every route of ours under `/api/auth/`; the library has many more and none of them can be reached. */
type AuthRouteName = Extract<
  RouteName,
  'signIn' | 'signOut' | 'session' | 'requestReset' | 'resetPassword' | 'changePassword'
>;

export function createAuthRoutes({ library, sessions, config, bus, limiter, mailer, log }: Parts) {
  const { api } = library;

  function limit(key: string, rate: RateClass, factor: number): void {
    const retryAfterMs = limiter.take(key, rate, factor);
    if (retryAfterMs > 0) throw new AppError('rate_limited', { retryAfterMs });
  }

  /** Of the socket's other end; nothing that the client says about itself counts. */
  function limitAddress(request: Request, rate: RateClass): void {
    limit(`address ${addressKey(request.headers.get(addressHeader) ?? '')}`, rate, addressFactor);
  }

  /** Whether or not there is such an account, so that a refusal tells nothing. */
  function limitAccount(email: string, purpose: string, factor: number): void {
    limit(`${purpose} ${hashSecret(email.toLowerCase())}`, 'secret', factor);
  }

  async function requireSession(request: Request): Promise<CurrentSession> {
    const current = await sessions.current(request.headers);
    if (!current) throw new AppError('unauthenticated');
    return current;
  }

  const answers: Record<AuthRouteName, (request: Request) => Promise<Answer>> = {
    async signIn(request) {
      limitAddress(request, 'secret');
      const body = await readRequest(signInRequest, request);
      limitAccount(body.email, 'account', 1);
      const { headers, response } = await asking(
        api.signInEmail({ body, headers: request.headers, returnHeaders: true }),
      );
      const agent = await sessions.activeAgent(response.user.id);
      if (!agent) {
        await sessions.endAll(response.user.id);
        throw new AppError('wrong_credentials');
      }
      return { data: { agentId: agent.id }, headers };
    },

    async signOut(request) {
      limitAddress(request, 'read');
      const { agent, sessionId, token } = await requireSession(request);
      const { headers } = await asking(api.signOut({ headers: request.headers, returnHeaders: true }));
      await sessions.requireEnded(token);
      bus.publish({ type: 'agentRevoked', agentId: agent.id, reason: 'signedOut', sessionId });
      return { data: {}, headers };
    },

    async session(request) {
      limitAddress(request, 'read');
      const current = await sessions.current(request.headers);
      if (!current) return { data: null };
      const { headers } = await asking(api.getSession({ headers: request.headers, returnHeaders: true }));
      const { id, name, email, role } = current.agent;
      return { data: { agentId: id, name, email, role }, headers };
    },

    async requestReset(request) {
      limitAddress(request, 'secret');
      const body = await readRequest(resetRequest, request);
      // One mail a minute at most, unless the operator allows more than ten tries.
      limitAccount(body.email, 'reset', Math.max(0.1, 1 / config.rateLimits.secret));
      if (mailer.canSend) {
        // Not waited for: how long it takes would tell whether there is such an account.
        asking(api.requestPasswordReset({ body })).catch((error: unknown) =>
          log.error({ fault: faultOf(error) }, 'a reset link was not made'),
        );
      }
      return { data: { isMailed: mailer.canSend } };
    },

    async resetPassword(request) {
      limitAddress(request, 'secret');
      const body = await readRequest(newPasswordRequest, request);
      await asking(api.resetPassword({ body }));
      return { data: {} };
    },

    async changePassword(request) {
      limitAddress(request, 'secret');
      const current = await requireSession(request);
      const body = await readRequest(changePasswordRequest, request);
      limitAccount(current.agent.email, 'account', 1);
      await asking(api.changePassword({ body: { ...body, revokeOtherSessions: false }, headers: request.headers }));
      for (const sessionId of await sessions.endOthers(current)) {
        bus.publish({ type: 'agentRevoked', agentId: current.agent.id, reason: 'passwordChanged', sessionId });
      }
      return { data: {} };
    },
  };

  function isAuthRoute(name: string): name is AuthRouteName {
    return Object.hasOwn(answers, name);
  }
  const names = Object.keys(answers).filter(isAuthRoute);

  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const name = names.find((candidate) => routes[candidate].path === pathname);
    if (!name) throw new AppError('not_found');
    if (routes[name].method !== request.method) throw new AppError('method_not_allowed');
    const { data, headers } = await answers[name](request);
    const response = Response.json({ ok: true, data }, { headers: { 'cache-control': 'no-store' } });
    for (const cookie of headers?.getSetCookie() ?? []) response.headers.append('set-cookie', cookie);
    return response;
  };
}
