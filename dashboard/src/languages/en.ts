import { dashboardEn } from '@ventanilla/shared/i18n/dashboard/en';
import { errorsEn } from '@ventanilla/shared/i18n/errors/en';

/** Everything this language needs, in one chunk. */
export const language = { locale: 'en', texts: dashboardEn, errors: errorsEn } as const;
