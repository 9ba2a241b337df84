import type { ArticleAudience, Locale } from '@ventanilla/shared/vocabulary';
import type { AgentKey, SiteKey } from './company.ts';

/** The demo's articles; their words are in `articles/<slug>.<locale>.md`. */
export interface DemoArticle {
  slug: string;
  site: SiteKey;
  audience: ArticleAudience;
  /** Place among the most asked; 0: by how often it is read. */
  position: number;
  author: AgentKey;
  /** Each language with what its readers left behind; the first is the one that changes later. */
  readers: Partial<Record<Locale, Readers>>;
  daysOld: number;
  /** An article is published unless it says otherwise. */
  ends?: 'draft' | 'archived';
  /** Its last phrasing came later: published, so that the translation is out of date, or still unpublished. */
  lateWords?: 'published' | 'unpublished';
}

export interface Readers {
  views: number;
  helpfulYes: number;
  helpfulNo: number;
}

const readers = (views: number, helpfulYes: number, helpfulNo: number): Readers => ({ views, helpfulYes, helpfulNo });
const unread = readers(0, 0, 0);
const open = { site: 'home', audience: 'public' } as const;

export const library: readonly DemoArticle[] = [
  {
    ...open,
    slug: 'no-internet',
    position: 1,
    author: 'diego',
    daysOld: 41,
    readers: { es: readers(861, 232, 28), en: readers(204, 61, 9) },
  },
  {
    ...open,
    slug: 'router-lights',
    position: 2,
    author: 'marta',
    daysOld: 40,
    readers: { es: readers(712, 184, 30), en: readers(166, 44, 7) },
    lateWords: 'published',
  },
  {
    ...open,
    slug: 'slow-wifi',
    position: 3,
    author: 'diego',
    daysOld: 38,
    readers: { es: readers(640, 235, 66), en: readers(181, 52, 14) },
  },
  {
    ...open,
    slug: 'invoice-explained',
    position: 4,
    author: 'marta',
    daysOld: 37,
    readers: { es: readers(433, 36, 52), en: readers(120, 21, 24) },
    lateWords: 'unpublished',
  },
  {
    ...open,
    slug: 'change-payment',
    audience: 'signed_in',
    position: 0,
    author: 'ines',
    daysOld: 34,
    readers: { es: readers(212, 67, 7), en: readers(58, 19, 3) },
  },
  {
    ...open,
    slug: 'moving-house',
    position: 0,
    author: 'ines',
    daysOld: 33,
    readers: { es: readers(288, 94, 38), en: readers(71, 22, 8) },
    lateWords: 'published',
  },
  {
    ...open,
    slug: 'email-setup',
    position: 0,
    author: 'oliver',
    daysOld: 31,
    readers: { en: readers(139, 43, 11), es: readers(174, 49, 17) },
  },
  {
    ...open,
    slug: 'fibre-cable',
    position: 0,
    author: 'diego',
    daysOld: 30,
    readers: { es: readers(251, 57, 40), en: readers(64, 14, 9) },
  },
  {
    slug: 'vpn',
    site: 'inner',
    audience: 'signed_in',
    position: 1,
    author: 'oliver',
    daysOld: 28,
    readers: { en: readers(96, 31, 4), es: readers(47, 15, 2) },
  },
  {
    slug: 'equipment',
    site: 'inner',
    audience: 'signed_in',
    position: 2,
    author: 'pau',
    daysOld: 25,
    readers: { en: readers(61, 18, 5), es: readers(29, 11, 2) },
  },
  {
    ...open,
    slug: 'olt-registration',
    audience: 'staff',
    position: 0,
    author: 'diego',
    daysOld: 27,
    readers: { es: unread },
  },
  { ...open, slug: 'decoder-black', position: 0, author: 'pau', daysOld: 3, readers: { es: unread }, ends: 'draft' },
  {
    ...open,
    slug: 'old-mail-server',
    position: 0,
    author: 'oliver',
    daysOld: 39,
    readers: { es: readers(133, 12, 3) },
    ends: 'archived',
  },
];

export interface Miss {
  site: SiteKey;
  locale: Locale;
  query: string;
  times: number;
}

/** What people looked for and did not find. */
export const misses: readonly Miss[] = [
  { site: 'home', locale: 'es', query: 'descodificador pita', times: 9 },
  { site: 'home', locale: 'es', query: 'roaming en Andorra', times: 8 },
  { site: 'home', locale: 'es', query: 'bloquear llamadas de publicidad', times: 6 },
  { site: 'home', locale: 'es', query: 'control parental', times: 5 },
  { site: 'home', locale: 'es', query: 'abrir puertos cámaras', times: 4 },
  { site: 'home', locale: 'es', query: 'eSIM reloj', times: 3 },
  { site: 'home', locale: 'en', query: 'parental controls', times: 4 },
  { site: 'home', locale: 'en', query: 'roaming in Andorra', times: 3 },
  { site: 'inner', locale: 'en', query: 'expense report', times: 3 },
];
