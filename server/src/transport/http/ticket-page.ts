import type { Locale } from '@ventanilla/shared/vocabulary';
import { routes } from '@ventanilla/shared/wire/routes';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Deps } from '../../deps.ts';
import type { BuiltFiles } from './built-files.ts';
import { localeOf } from './locale.ts';
import { notBuilt, pageTexts } from './page-texts.ts';
import { pagePolicy } from './security-headers.ts';

/** `/t`: a shell without any data. The secret is in the fragment, which browsers do not send; the page's script trades it. */
export function mountTicketPage(app: Hono, { mailer }: Pick<Deps, 'mailer'>, { loader }: BuiltFiles): void {
  app.get(routes.ticketPage.path, (context) => {
    if (!loader) return notBuilt(context);
    const locale = localeOf(context.req.header('accept-language'), 'es');
    context.header('Vary', 'Accept-Language');
    context.header(
      'Content-Security-Policy',
      pagePolicy({
        'script-src': ["'self'"],
        'connect-src': ["'self'"],
        'img-src': ['data:'],
        'trusted-types': ["'none'"],
      }),
    );
    return context.html(shell(locale, `/w/chunks/ticket-page-${loader.manifest.build}.js`, mailer.canSend));
  });
}

function shell(locale: Locale, script: string, canMail: boolean) {
  const texts = pageTexts[locale].ticket;
  return html`<!doctype html>
<html lang="${locale}"${canMail ? html` data-mail` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${texts.title}</title>
<link rel="icon" href="data:,">
<script type="module" src="${script}"></script>
</head>
<body><noscript>${texts.needsScript}</noscript></body>
</html>`;
}
