import type { Incident } from './entities/site.ts';
import { type Locale, locales } from './vocabulary.ts';

/** An incident in this language, or in another one where it has no words. */
export function incidentWords(texts: Incident['texts'], locale: Locale): string {
  return [locale, ...locales].map((one) => texts[one].trim()).find((text) => text !== '') ?? '';
}
