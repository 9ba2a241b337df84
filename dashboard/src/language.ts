import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DashboardTexts } from '@ventanilla/shared/i18n/dashboard/es';
import { fill } from '@ventanilla/shared/i18n/fill';
import { type Locale, locales } from '@ventanilla/shared/vocabulary';
import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import type { Failure } from './connection/failure.ts';
import { recall, remember } from './remembered.ts';

/** Texts come in areas, so that the first list waits for its own alone; each screen says which it needs (`lazy-screen.ts`). */
const areas = {
  first: {
    es: () => import('@ventanilla/shared/i18n/dashboard/first/es').then(({ firstEs }) => firstEs),
    en: () => import('@ventanilla/shared/i18n/dashboard/first/en').then(({ firstEn }) => firstEn),
  },
  work: {
    es: () => import('@ventanilla/shared/i18n/dashboard/work/es').then(({ workEs }) => workEs),
    en: () => import('@ventanilla/shared/i18n/dashboard/work/en').then(({ workEn }) => workEn),
  },
  settings: {
    es: () => import('@ventanilla/shared/i18n/dashboard/settings/es').then(({ settingsEs }) => settingsEs),
    en: () => import('@ventanilla/shared/i18n/dashboard/settings/en').then(({ settingsEn }) => settingsEn),
  },
  door: {
    es: () => import('@ventanilla/shared/i18n/dashboard/door/es').then(({ doorEs }) => doorEs),
    en: () => import('@ventanilla/shared/i18n/dashboard/door/en').then(({ doorEn }) => doorEn),
  },
  knowledge: {
    es: () => import('@ventanilla/shared/i18n/dashboard/knowledge/es').then(({ knowledgeEs }) => knowledgeEs),
    en: () => import('@ventanilla/shared/i18n/dashboard/knowledge/en').then(({ knowledgeEn }) => knowledgeEn),
  },
  errors: {
    es: () => import('@ventanilla/shared/i18n/errors/es').then(({ errorsEs }) => ({ errors: errorsEs })),
    en: () => import('@ventanilla/shared/i18n/errors/en').then(({ errorsEn }) => ({ errors: errorsEn })),
  },
} satisfies Record<string, Record<Locale, () => Promise<Partial<Texts>>>>;
export type Area = keyof typeof areas;

type Texts = DashboardTexts & { errors: Record<ErrorCode, string> };

interface Language {
  locale: Locale;
  areas: ReadonlySet<Area>;
  texts: Partial<Texts>;
}

const language = signal<Language | null>(null);

function current(): Language {
  if (language.value === null) throw new Error('No language has been loaded yet.');
  return language.value;
}

export const locale: ReadonlySignal<Locale> = computed(() => current().locale);
/**
 * The page's language as the reader's own country writes it, for `Intl`: a browser in British English gets `25 November`.
 * Who asked for no country's English gets that of most of its readers here, the European one.
 */
export const formatTag: ReadonlySignal<string> = computed(
  () =>
    navigator.languages.find((tag) => tag.startsWith(`${locale.value}-`) && isTag(tag)) ??
    { es: 'es', en: 'en-GB' }[locale.value],
);
export const texts: ReadonlySignal<DashboardTexts> = computed(() => asLoaded(current().texts));

/** Whoever draws with them has waited for their area: `lazy-screen.ts` lets no screen be drawn before. */
function asLoaded(loaded: Partial<Texts>): DashboardTexts {
  return loaded as DashboardTexts;
}

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
  const before = language.peek();
  if (before?.locale === wanted) return;
  const known = new Set<Area>(before?.areas).add('first');
  const loaded = await load([...known], wanted);
  // An area that came meanwhile in the old language has to come in this one as well.
  if ([...(language.peek()?.areas ?? [])].some((area) => !known.has(area))) return loadLanguage(wanted);
  language.value = { locale: wanted, areas: known, texts: loaded };
  document.documentElement.lang = wanted;
}

/** Resolves when these areas can be read in the language of the page, whichever that is by then. */
export async function loadTexts(...wanted: readonly Area[]): Promise<void> {
  const { locale: at, areas: known } = current();
  const missing = wanted.filter((area) => !known.has(area));
  if (missing.length === 0) return;
  const loaded = await load(missing, at);
  const now = current();
  if (now.locale !== at) return loadTexts(...wanted);
  language.value = { ...now, areas: new Set([...now.areas, ...missing]), texts: { ...now.texts, ...loaded } };
}

async function load(wanted: readonly Area[], inLocale: Locale): Promise<Partial<Texts>> {
  const loaded: Partial<Texts>[] = await Promise.all(wanted.map((area) => areas[area][inLocale]()));
  return Object.assign({}, ...loaded);
}

/** On a system without a locale Chromium says `en-US@posix`, which `Intl` refuses by throwing. */
function isTag(text: string): boolean {
  return !/[^a-z\d-]/i.test(text);
}

function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text);
}

/** The form of a sentence for a number, with the number in its `{count}` slot. */
export function counted(forms: { one: string; other: string }, count: number): string {
  const form = new Intl.PluralRules(locale.value).select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { count: new Intl.NumberFormat(formatTag.value).format(count) });
}

/** A failure as a sentence that says what to do. */
export function sentenceOf(failure: Failure): string {
  const { problem } = texts.value;
  if (failure.code === 'offline') return problem.offline;
  const { errors } = current().texts;
  if (!errors) return problem.other;
  return fill(errors[failure.code] ?? errors.internal, { requestId: failure.requestId ?? '–', ...failure.details });
}
