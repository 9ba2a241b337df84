import { pagesEn } from '@ventanilla/shared/i18n/pages/en';
import { type PagesTexts, pagesEs } from '@ventanilla/shared/i18n/pages/es';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { Context } from 'hono';
import { localeOf } from './locale.ts';
import { withDefaults } from './security-headers.ts';

export const pageTexts: Record<Locale, PagesTexts> = { es: pagesEs, en: pagesEn };

/** A sentence for whoever opened an address that should have been a page. */
export function notBuilt(context: Context): Response {
  const texts = pageTexts[localeOf(context.req.header('accept-language'), 'es')];
  return context.text(`${texts.notBuilt}\n`, 503, withDefaults({ Vary: 'Accept-Language' }));
}
