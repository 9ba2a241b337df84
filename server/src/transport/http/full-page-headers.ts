import type { Config } from '../../config.ts';
import type { SiteRow } from '../../domain/rows.ts';
import { ownSocketSources, pagePolicy } from './security-headers.ts';

/** The only page of ours that others may show in a frame: the site's own pages, e.g. of an intranet. */
export function fullPageHeaders(config: Config, site?: SiteRow): Record<string, string> {
  return {
    'Content-Security-Policy': pagePolicy({
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ['data:'],
      'connect-src': ["'self'", ...ownSocketSources(config)],
      'form-action': ["'self'"],
      'frame-ancestors': ["'self'", ...(site?.origins ?? [])],
      'trusted-types': ["'none'"],
    }),
    Vary: 'Accept-Language, Cookie',
  };
}
