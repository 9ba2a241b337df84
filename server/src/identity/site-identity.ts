import { email, line, name } from '@ventanilla/shared/wire/fields';
import { errors, jwtVerify } from 'jose';
import * as v from 'valibot';

/** Whom a site vouches for. `name` and `email` are '' when the site does not say. */
export interface SiteIdentity {
  /** The person's id in the site's own system. */
  externalId: string;
  name: string;
  email: string;
}

const maxTokenLength = 4_096;
const maxLifeMs = 24 * 60 * 60 * 1000;
/** Clocks of two machines differ a little. */
const clockSkewMs = 60_000;
/** An empty secret would let anybody sign. */
const minSecretLength = 16;

const claims = v.object({
  sub: v.pipe(
    line(200),
    v.trim(),
    v.check((text) => text !== '', 'blank'),
  ),
  exp: v.pipe(v.number(), v.finite()),
  name: v.fallback(v.optional(name, ''), ''),
  email: v.fallback(v.optional(email, ''), ''),
});

/**
 * Reads a token that a site signed for one of its people: HS256 only, `sub`, `exp` at most 24 h ahead; any of the site's
 * secrets, so that one can be replaced while tokens of the other live. Null for everything else, without saying why.
 */
export async function readIdentityToken(
  token: unknown,
  secrets: readonly string[],
  nowMs: number,
): Promise<SiteIdentity | null> {
  if (typeof token !== 'string' || token === '' || token.length > maxTokenLength) return null;
  for (const secret of secrets) {
    if (secret.length < minSecretLength) continue;
    const payload = await verify(token, secret, nowMs);
    if (payload) return identityIn(payload, nowMs);
  }
  return null;
}

async function verify(token: string, secret: string, nowMs: number): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      requiredClaims: ['sub', 'exp'],
      currentDate: new Date(nowMs),
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

function identityIn(payload: unknown, nowMs: number): SiteIdentity | null {
  const read = v.safeParse(claims, payload);
  if (!read.success) return null;
  const { sub, exp, ...person } = read.output;
  if (exp * 1000 > nowMs + maxLifeMs + clockSkewMs) return null;
  return { externalId: sub, ...person };
}
