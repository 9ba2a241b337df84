import { type Locale, locales } from '@ventanilla/shared/vocabulary';

const maxLength = 200;

/** The language that an `Accept-Language` header likes best among ours; `fallback` when it names none of them. */
export function localeOf(acceptLanguage: string | null | undefined, fallback: Locale): Locale {
  let best = { locale: fallback, weight: 0 };
  for (const part of (acceptLanguage ?? '').slice(0, maxLength).split(',')) {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const locale = locales.find((known) => tag === known || tag.startsWith(`${known}-`));
    const weight = weightOf(parameters);
    if (locale && weight > best.weight) best = { locale, weight };
  }
  return best.locale;
}

function weightOf(parameters: string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  if (given === undefined) return 1;
  const weight = Number(given.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

/** The reader's own kind of that language (`en-GB`), as `Intl` knows it, so that dates are written as at their home. */
export function languageOf(acceptLanguage: string | null | undefined, locale: Locale): string {
  const tags = (acceptLanguage ?? '').slice(0, maxLength).split(',');
  const own = tags.map((tag) => tag.split(';')[0]?.trim() ?? '').find((tag) => isKindOf(tag, locale));
  return own ?? locale;
}

function isKindOf(tag: string, locale: Locale): boolean {
  return new RegExp(`^${locale}(-[a-z]{2})?$`, 'i').test(tag);
}
