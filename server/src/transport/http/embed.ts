import type { SiteId } from '@ventanilla/shared/ids';
import { accentTheme } from '@ventanilla/shared/theme/accent';
import { type EmbedSettings, loaderConfig } from '@ventanilla/shared/wire/embed';
import { routes } from '@ventanilla/shared/wire/routes';
import type { Context, Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import type { SiteRow } from '../../domain/rows.ts';
import { isOpen, nextClosing, nextOpening } from '../../domain/sla/opening.ts';
import { pageHost } from '../../lib/sightings.ts';
import { logoName } from '../present/site-logo.ts';
import { type Asset, makeAsset, serveAsset } from './asset.ts';
import type { BuiltFiles, LoaderTemplate } from './built-files.ts';
import { localeOf } from './locale.ts';
import { notBuilt, pageTexts } from './page-texts.ts';
import { withDefaults } from './security-headers.ts';
import { forEveryPage } from './widget-chunks.ts';

const maxAgeS = 300;
const scriptType = 'text/javascript; charset=utf-8';

/** One site's loader, compressed, and how long it says the truth. */
interface Composed {
  asset: Asset;
  siteVersion: number;
  /** ms UTC; the calendar opens or closes then. 0: never. */
  changesAt: number;
}

/** `/w/SITE_KEY.js`: composed once per version of the settings, and again when the calendar opens or closes. */
export function mountEmbed(
  app: Hono,
  deps: Pick<Deps, 'directory' | 'clock' | 'sightings'>,
  { loader }: BuiltFiles,
): void {
  const composed = new Map<SiteId, Composed>();

  function loaderOf(site: SiteRow, template: LoaderTemplate): Composed {
    const now = deps.clock.now();
    const known = composed.get(site.id);
    if (known?.siteVersion === site.version && (known.changesAt === 0 || now < known.changesAt)) return known;
    const fresh = compose(site, template, now);
    composed.set(site.id, fresh);
    return fresh;
  }

  app.get(routes.embed.path, (context) => {
    if (!loader) return notBuilt(context);
    const key = /^([A-Za-z0-9_-]{1,64})\.js$/.exec(context.req.param('file'))?.[1];
    const site = key ? deps.directory.siteByKey(key) : null;
    if (!site || site.disabledAt > 0) return unknownSite(context);
    const page = pageHost(context.req.header('origin'), context.req.header('referer'));
    deps.sightings.note(site.id, page, { as: 'loaded' });
    const { asset, changesAt } = loaderOf(site, loader);
    const untilChangeS = changesAt === 0 ? maxAgeS : Math.ceil((changesAt - deps.clock.now()) / 1000);
    return serveAsset(context, asset, {
      ...forEveryPage,
      'Cache-Control': `public, max-age=${Math.min(maxAgeS, untilChangeS)}`,
    });
  });
}

function compose(site: SiteRow, { manifest, before, after }: LoaderTemplate, now: number): Composed {
  const settings = embedSettings(site, isOpen(site, now));
  const text = `${before}${scriptLiteral(loaderConfig(settings, manifest))}${after}`;
  return {
    asset: makeAsset(Buffer.from(text), scriptType),
    siteVersion: site.version,
    changesAt: (settings.isOpen ? nextClosing : nextOpening)(site, now),
  };
}

/** Field by field: nothing else of a site is public. */
function embedSettings(site: SiteRow, isOpenNow: boolean): EmbedSettings {
  return {
    key: site.key,
    name: site.name,
    locale: site.locale,
    ...accentTheme(site.accent),
    position: site.launcherPosition,
    isOpen: isOpenNow,
    hasIncident: site.incident.isOn,
    logo: logoName(site),
  };
}

/** JSON that may stand in any script, inline ones included. */
function scriptLiteral(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The owner who looks into the browser's tools finds out what is wrong; the page itself is not disturbed. */
function unknownSite(context: Context): Response {
  const texts = pageTexts[localeOf(context.req.header('accept-language'), 'es')];
  const headers = withDefaults({ ...forEveryPage, 'Content-Type': scriptType, Vary: 'Accept-Language' });
  return context.body(`/* ${texts.unknownSite} */\n`, 404, headers);
}
