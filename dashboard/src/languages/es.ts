import { dashboardEs } from '@ventanilla/shared/i18n/dashboard/es';
import { errorsEs } from '@ventanilla/shared/i18n/errors/es';

/** Everything this language needs, in one chunk. */
export const language = { locale: 'es', texts: dashboardEs, errors: errorsEs } as const;
