import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { idPattern, type RequesterId, type SiteId, type VisitorId } from '@ventanilla/shared/ids';

export interface VisitorClaim {
  visitorId: VisitorId;
  siteId: SiteId;
  /** The person for whom the site vouched when the token was made; '' for nobody. */
  requesterId: RequesterId | '';
}

/** The bearer of one browser on one site: signed, so that no message costs a look-up. */
export interface VisitorTokens {
  issue(claim: Omit<VisitorClaim, 'requesterId'> & Partial<VisitorClaim>): string;
  /** Null for whatever we did not sign. */
  read(token: unknown): VisitorClaim | null;
}

const maxLength = 300;

/**
 * `v1.<visitor>.<site>.<HMAC-SHA-256>`, `i1.<visitor>.<site>.<requester>.…` once identified. The key is derived from the installation's secret for one use
 * alone: a cookie of `/c/<site>` is nothing as a bearer, and the other way round.
 */
export function createVisitorTokens(secret: Buffer, use: 'visitor token' | 'page cookie' | 'page form'): VisitorTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `ventanilla ${use} v1`, 32));
  const sign = (text: string) => createHmac('sha256', key).update(text).digest();

  return {
    issue({ visitorId, siteId, requesterId = '' }) {
      const text = requesterId === '' ? `v1.${visitorId}.${siteId}` : `i1.${visitorId}.${siteId}.${requesterId}`;
      return `${text}.${sign(text).toString('base64url')}`;
    },
    read(token) {
      if (typeof token !== 'string' || token.length > maxLength) return null;
      const end = token.lastIndexOf('.');
      const given = Buffer.from(token.slice(end + 1), 'base64url');
      const expected = sign(token.slice(0, Math.max(0, end)));
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const [scheme, visitorId = '', siteId = '', requesterId = ''] = token.slice(0, end).split('.');
      if (!isVisitorId(visitorId) || !isSiteId(siteId)) return null;
      if (scheme === 'v1' && requesterId === '') return { visitorId, siteId, requesterId };
      return scheme === 'i1' && isRequesterId(requesterId) ? { visitorId, siteId, requesterId } : null;
    },
  };
}

const visitorPattern = idPattern('visitor');
const sitePattern = idPattern('site');
const isVisitorId = (text: string): text is VisitorId => visitorPattern.test(text);
const requesterPattern = idPattern('requester');
const isSiteId = (text: string): text is SiteId => sitePattern.test(text);
const isRequesterId = (text: string): text is RequesterId => requesterPattern.test(text);
