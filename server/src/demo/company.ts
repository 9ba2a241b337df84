import type { OpeningHours } from '@ventanilla/shared/entities/site';
import type { Locale, Role } from '@ventanilla/shared/vocabulary';

/** Alameda, an internet provider that does not exist: its two sites, the people at its desk, and where others write to them. */

export const timeZone = 'Europe/Madrid';

const minute = 60_000;
const officeDay = [{ from: 8 * 60, to: 18 * 60 }];

export interface DemoSite {
  name: string;
  /** Beside the address of this installation, where the demo page is. */
  origins: readonly string[];
  locale: Locale;
  accent: string;
  /** null: round the clock. */
  openingHours: OpeningHours | null;
  firstReplyMinutes: number;
}

export const sites = {
  home: {
    name: 'Alameda Fibra',
    origins: ['https://www.alamedafibra.example'],
    locale: 'es',
    accent: '#2b49b5',
    openingHours: null,
    firstReplyMinutes: 48 * 60,
  },
  inner: {
    name: 'Alameda Intranet',
    origins: ['https://intranet.alameda.example'],
    locale: 'en',
    accent: '#0f766e',
    openingHours: { mon: officeDay, tue: officeDay, wed: officeDay, thu: officeDay, fri: officeDay },
    firstReplyMinutes: 8 * 60,
  },
} as const satisfies Record<string, DemoSite>;
export type SiteKey = keyof typeof sites;

/** A new site is less patient; here somebody must have time to look round before what waits becomes tickets. */
export const patience = {
  pickUpMs: 30 * minute,
  replyMs: 45 * minute,
  idleMs: 120 * minute,
  visitorReturnMs: 45 * minute,
};

export interface DemoAgent {
  name: string;
  email: string;
  role: Role;
  locale: Locale;
  sites: readonly SiteKey[];
}

/** The first one is the administrator who set everything up. */
export const agents = {
  marta: {
    name: 'Marta Ruiz',
    email: 'marta@alameda.example',
    role: 'admin',
    locale: 'es',
    sites: ['home', 'inner'],
  },
  diego: { name: 'Diego Arnau', email: 'diego@alameda.example', role: 'agent', locale: 'es', sites: ['home'] },
  ines: { name: 'Inés Vidal', email: 'ines@alameda.example', role: 'agent', locale: 'es', sites: ['home'] },
  pau: { name: 'Pau Orts', email: 'pau@alameda.example', role: 'agent', locale: 'es', sites: ['home', 'inner'] },
  oliver: {
    name: 'Oliver Bennett',
    email: 'oliver@alameda.example',
    role: 'agent',
    locale: 'en',
    sites: ['home', 'inner'],
  },
} as const satisfies Record<string, DemoAgent>;
export type AgentKey = keyof typeof agents;
export const agentKeys = Object.keys(agents) as AgentKey[];

export interface DemoPage {
  path: string;
  title: Record<Locale, string>;
}

export const pages = {
  plans: { path: '/tarifas', title: { es: 'Tarifas de fibra', en: 'Fibre plans' } },
  coverage: { path: '/cobertura', title: { es: '¿Llega la fibra a tu casa?', en: 'Is there fibre at your home?' } },
  faults: { path: '/area-cliente/averias', title: { es: 'Averías', en: 'Faults' } },
  invoices: { path: '/area-cliente/facturas', title: { es: 'Tus facturas', en: 'Your invoices' } },
  account: { path: '/area-cliente/mis-datos', title: { es: 'Mis datos', en: 'My details' } },
  moving: { path: '/mudanza', title: { es: 'Llévate la fibra', en: 'Take your fibre with you' } },
  intranet: { path: '/it', title: { es: 'Informática', en: 'IT desk' } },
  equipment: { path: '/it/equipment', title: { es: 'Equipos', en: 'Equipment' } },
} as const satisfies Record<string, DemoPage>;
export type PageKey = keyof typeof pages;

export interface DemoBrowser {
  userAgent: string;
  viewport: string;
}

export const browsers: readonly DemoBrowser[] = [
  { userAgent: 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', viewport: '412×915' },
  {
    userAgent:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
    viewport: '384×832',
  },
  {
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    viewport: '390×844',
  },
  {
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    viewport: '1536×864',
  },
  {
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
    viewport: '1440×900',
  },
  { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', viewport: '1920×1080' },
];
