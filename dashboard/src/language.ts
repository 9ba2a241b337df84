import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DashboardTexts } from '@ventanilla/shared/i18n/dashboard/es';
import { fill } from '@ventanilla/shared/i18n/fill';
import { type Locale, locales } from '@ventanilla/shared/vocabulary';
import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import type { Failure } from './connection/failure.ts';
import { recall, remember } from './remembered.ts';

interface Language {
  locale: Locale;
  texts: DashboardTexts;
  errors: Record<ErrorCode, string>;
}

const loaders: Record<Locale, () => Promise<{ language: Language }>> = {
  es: () => import('./languages/es.ts'),
  en: () => import('./languages/en.ts'),
};

const language = signal<Language | null>(null);

function current(): Language {
  if (language.value === null) throw new Error('No language has been loaded yet.');
  return language.value;
}

export const locale: ReadonlySignal<Locale> = computed(() => current().locale);
export const texts: ReadonlySignal<DashboardTexts> = computed(() => current().texts);

/** The first language of the page: the reader's choice on this browser, else the browser's own, else Spanish. */
export async function loadFirstLanguage(): Promise<void> {
  const asked = [recall('locale'), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  await loadLanguage(asked.find(isLocale) ?? 'es');
}

/** Whoever signs in brings their language, unless this browser was told otherwise. */
export async function followAgent(agentLocale: Locale): Promise<void> {
  if (recall('locale') === '') await loadLanguage(agentLocale);
}

export async function chooseLanguage(chosen: Locale): Promise<void> {
  remember('locale', chosen);
  await loadLanguage(chosen);
}

async function loadLanguage(wanted: Locale): Promise<void> {
  if (language.value?.locale === wanted) return;
  language.value = (await loaders[wanted]()).language;
  document.documentElement.lang = wanted;
}

function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text);
}

/** The form of a sentence for a number, with the number in its `{count}` slot. */
export function counted(forms: { one: string; other: string }, count: number): string {
  const form = new Intl.PluralRules(locale.value).select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { count: new Intl.NumberFormat(locale.value).format(count) });
}

/** A failure as a sentence that says what to do. */
export function sentenceOf(failure: Failure): string {
  if (failure.code === 'offline') return texts.value.problem.offline;
  const sentence = current().errors[failure.code] ?? current().errors.internal;
  return fill(sentence, { requestId: failure.requestId ?? '–', ...failure.details });
}
