import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import { texts } from '../../language.ts';

/** Enough to catch a slip of the hand; whether the address exists only its owner knows. */
export function looksLikeEmail(text: string): boolean {
  return text.length <= limits.addressLength && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}

export function nameProblem(name: string): string {
  return name.trim() === '' ? texts.value.door.missing : '';
}

export function emailProblem(email: string): string {
  if (email.trim() === '') return texts.value.door.missing;
  return looksLikeEmail(email) ? '' : texts.value.door.badEmail;
}

export function newPasswordProblem(password: string): string {
  return password.length >= limits.passwordMinLength
    ? ''
    : fill(texts.value.door.shortPassword, { count: limits.passwordMinLength });
}
