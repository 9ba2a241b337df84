import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { idPattern, type SiteId, type VisitorId } from '@ventanilla/shared/ids';

export interface VisitorClaim {
  visitorId: VisitorId;
  siteId: SiteId;
  /** The site vouched for this visitor when the token was made (KB1). */
  isIdentified: boolean;
}

/** The bearer of one browser on one site: signed, so that no message costs a look-up. */
export interface VisitorTokens {
  issue(claim: Omit<VisitorClaim, 'isIdentified'> & Partial<VisitorClaim>): string;
  /** Null for whatever we did not sign. */
  read(token: unknown): VisitorClaim | null;
}

const maxLength = 300;

/**
 * `v1.<visitor>.<site>.<HMAC-SHA-256>`, `i1` once identified. The key is derived from the installation's secret for one use
 * alone: a cookie of `/c/<site>` is nothing as a bearer, and the other way round.
 */
export function createVisitorTokens(secret: Buffer, use: 'visitor token' | 'page cookie' | 'page form'): VisitorTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `ventanilla ${use} v1`, 32));
  const sign = (text: string) => createHmac('sha256', key).update(text).digest();

  return {
    issue({ visitorId, siteId, isIdentified }) {
      const text = `${isIdentified ? 'i1' : 'v1'}.${visitorId}.${siteId}`;
      return `${text}.${sign(text).toString('base64url')}`;
    },
    read(token) {
      if (typeof token !== 'string' || token.length > maxLength) return null;
      const [scheme, visitorId = '', siteId = '', signature = '', ...rest] = token.split('.');
      if ((scheme !== 'v1' && scheme !== 'i1') || rest.length > 0) return null;
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(`${scheme}.${visitorId}.${siteId}`);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      if (!isVisitorId(visitorId) || !isSiteId(siteId)) return null;
      return { visitorId, siteId, isIdentified: scheme === 'i1' };
    },
  };
}

const visitorPattern = idPattern('visitor');
const sitePattern = idPattern('site');
const isVisitorId = (text: string): text is VisitorId => visitorPattern.test(text);
const isSiteId = (text: string): text is SiteId => sitePattern.test(text);
