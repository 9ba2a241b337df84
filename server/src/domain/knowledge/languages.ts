import { english } from '@ventanilla/shared/search/english';
import type { Language } from '@ventanilla/shared/search/language';
import { spanish } from '@ventanilla/shared/search/spanish';
import type { Locale } from '@ventanilla/shared/vocabulary';

export const languages: Record<Locale, Language> = { es: spanish, en: english };
