import { type Config, isLoopbackHost } from '../../config.ts';
import type { SiteRow } from '../../domain/rows.ts';

/** While the public URL is loopback, localhost, 127.0.0.1 and [::1] on the same port are one origin. */
function normalOrigin(origin: string): string {
  if (!URL.canParse(origin)) return origin;
  const url = new URL(origin);
  return isLoopbackHost(url.hostname)
    ? `${url.protocol}//localhost${url.port === '' ? '' : `:${url.port}`}`
    : url.origin;
}

/**
 * May a page of this origin speak for the site's visitors? The list stops misuse by pages, not by scripts, so a
 * client that names no origin (a program) may. Our own pages always may.
 */
export function isAllowedOrigin(config: Config, site: SiteRow, origin: string): boolean {
  if (origin === '') return true;
  const given = normalOrigin(origin);
  return given === normalOrigin(config.publicUrl) || site.origins.some((allowed) => normalOrigin(allowed) === given);
}
