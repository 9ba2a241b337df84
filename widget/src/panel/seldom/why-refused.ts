import type { SeldomTexts } from '@ventanilla/shared/i18n/widget/seldom/texts';
import type { ErrorCode } from '@ventanilla/shared/wire/errors';

export function whyRefused({ refusal }: SeldomTexts, code: ErrorCode | ''): string {
  return (code && refusal[code]) || refusal.other;
}
