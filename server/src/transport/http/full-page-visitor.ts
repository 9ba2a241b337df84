import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { VisitorCaller } from '../../actions/caller.ts';
import type { Deps } from '../../deps.ts';
import type { SiteRow } from '../../domain/rows.ts';
import { isOwnOrigin } from '../../identity/own-origin.ts';
import type { VisitorClaim } from '../../identity/visitor-tokens.ts';
import { anyoneFrom } from './site-caller.ts';

const cookieName = 'ventanilla_page';
const lifeS = 180 * 24 * 60 * 60;

/** Browsers send it to this site's page alone, and never because another site asked for it. */
function attributes({ config }: Deps, { key }: SiteRow) {
  return {
    httpOnly: true,
    sameSite: 'Strict',
    path: `/c/${key}`,
    secure: config.publicUrl.startsWith('https:'),
  } as const;
}

/** Who wrote from this page before, by its cookie; null for everybody else, and for whatever another page asks. */
export function pageVisitor(deps: Deps, context: Context, site: SiteRow): VisitorCaller | null {
  const origin = context.req.header('origin');
  if (origin !== undefined && !isOwnOrigin(deps.config, origin)) return null;
  return callerOf(deps, context, site, deps.pageTokens.cookie.read(getCookie(context, cookieName)));
}

/**
 * Who a form becomes when it is sent for the first time. It was decided when the page was made, so that a form sent twice
 * is one visitor; a form that says nothing we signed becomes somebody new.
 */
export function formVisitor(deps: Deps, context: Context, site: SiteRow, formToken: string): VisitorCaller {
  const known = callerOf(deps, context, site, deps.pageTokens.form.read(formToken));
  return known ?? newVisitor(deps, context, site);
}

export function newFormToken({ pageTokens, ids }: Deps, { id }: SiteRow): string {
  return pageTokens.form.issue({ visitorId: ids.next('visitor'), siteId: id });
}

/** After the first message, and again with each later one. */
export function rememberVisitor(deps: Deps, context: Context, site: SiteRow, { visitorId }: VisitorCaller): void {
  const token = deps.pageTokens.cookie.issue({ visitorId, siteId: site.id });
  setCookie(context, cookieName, token, { ...attributes(deps, site), maxAge: lifeS });
}

export function forgetVisitor(deps: Deps, context: Context, site: SiteRow): void {
  deleteCookie(context, cookieName, attributes(deps, site));
}

function callerOf(deps: Deps, context: Context, site: SiteRow, claim: VisitorClaim | null): VisitorCaller | null {
  return claim?.siteId === site.id ? { ...anyoneFrom(deps, context), ...claim, kind: 'visitor' } : null;
}

function newVisitor(deps: Deps, context: Context, site: SiteRow): VisitorCaller {
  const claim = { visitorId: deps.ids.next('visitor'), siteId: site.id, requesterId: '' as const };
  return { ...anyoneFrom(deps, context), ...claim, kind: 'visitor' };
}
