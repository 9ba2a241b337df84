import { type DemoState, demoStates } from '@ventanilla/shared/demo-states';
import { fill } from '@ventanilla/shared/i18n/fill';
import { pagesEs } from '@ventanilla/shared/i18n/pages/es';
import { texts as closedEn } from '@ventanilla/shared/i18n/widget/closed/en';
import { texts as closedEs } from '@ventanilla/shared/i18n/widget/closed/es';
import { texts as comfortEn } from '@ventanilla/shared/i18n/widget/comfort/en';
import { texts as comfortEs } from '@ventanilla/shared/i18n/widget/comfort/es';
import { texts as filesEn } from '@ventanilla/shared/i18n/widget/files/en';
import { texts as filesEs } from '@ventanilla/shared/i18n/widget/files/es';
import { texts as homeEn } from '@ventanilla/shared/i18n/widget/home/en';
import { texts as homeEs } from '@ventanilla/shared/i18n/widget/home/es';
import { texts as liveEn } from '@ventanilla/shared/i18n/widget/live/en';
import { texts as liveEs } from '@ventanilla/shared/i18n/widget/live/es';
import { texts as seldomEn } from '@ventanilla/shared/i18n/widget/seldom/en';
import { texts as seldomEs } from '@ventanilla/shared/i18n/widget/seldom/es';
import { texts as talkEn } from '@ventanilla/shared/i18n/widget/talk/en';
import { texts as talkEs } from '@ventanilla/shared/i18n/widget/talk/es';
import { texts as ticketEn } from '@ventanilla/shared/i18n/widget/ticket/en';
import { texts as ticketEs } from '@ventanilla/shared/i18n/widget/ticket/es';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { endOf } from '../pages/widget-panel.ts';

const words = {
  es: {
    ...homeEs,
    talk: talkEs,
    live: liveEs,
    seldom: seldomEs,
    ticket: ticketEs,
    closed: closedEs,
    comfort: comfortEs,
    files: filesEs,
  },
  en: {
    ...homeEn,
    talk: talkEn,
    live: liveEn,
    seldom: seldomEn,
    ticket: ticketEn,
    closed: closedEn,
    comfort: comfortEn,
    files: filesEn,
  },
};

type Words = (typeof words)[Locale];

/** Something that is read in this state and in none like it; `httpDoor` alone looks like an ordinary conversation. */
const tells: Record<DemoState, (texts: Words, locale: Locale) => string> = {
  open: ({ hereWithin }) => fill(hereWithin, { count: 2 }),
  closed: ({ closed }) => closed.hours,
  holiday: ({ closed }, locale) => fill(closed.holiday, { name: locale === 'es' ? 'Fiesta local' : 'Local holiday' }),
  nobody: ({ nobody }) => nobody,
  queue: ({ live }) => fill(live.place, { count: 7 }),
  agentTyping: ({ live }) => fill(live.writing, { name: 'Marta Ruiz' }),
  agentLeft: ({ live }) => live.returnedKept,
  reconnecting: ({ comfort }) => comfort.reconnecting,
  offline: ({ talk }) => endOf(talk.offline),
  httpDoor: ({ talk }) => talk.read,
  couldNotSend: ({ seldom }) => seldom.refusal.other,
  fileTooLarge: ({ files }) => endOf(files.problem.too_large),
  storageBlocked: ({ ticket }) => ticket.address.askBefore,
  blocked: ({ seldom }) => seldom.blockedWhy,
  rated: (_words, locale) => (locale === 'es' ? '¿Qué ha ido bien?' : 'What went well?'),
  ticketPending: ({ ticket }) => ticket.yourTurn,
  ticketReopened: ({ talk }) => `${fill(talk.ticketName, { number: 'VEN-1042' })} · ${talk.ticketStatus.open}`,
  incident: () => 'Benimaclet',
  upgrading: ({ comfort }) => comfort.away,
};

const required = [
  ...[
    'open',
    'closed',
    'holiday',
    'nobody',
    'queue',
    'agentTyping',
    'agentLeft',
    'reconnecting',
    'offline',
    'httpDoor',
  ],
  ...['couldNotSend', 'fileTooLarge', 'storageBlocked', 'blocked', 'rated', 'ticketPending', 'ticketReopened'],
  ...['incident', 'upgrading'],
];

test('every state has its place on the page, once, and shows what it is called', async ({ browser, product }) => {
  const page = await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' });
  await page.goto(`${product.url}/demo/states?locale=es&scheme=dark`);
  const places = await page.locator('section').evaluateAll((sections) => sections.map(({ id }) => id));
  expect(places).toEqual(required);
  await page
    .frameLocator('#open iframe')
    .getByText(fill(words.es.hereWithin, { count: 2 }))
    .waitFor();
  // Said where it is shown, because it cannot be seen.
  await page.locator('#httpDoor').getByText(pagesEs.states.httpDoorNote).waitFor();
});

test('each says what it is, and axe finds nothing: in Spanish, light', async ({ browser, product }) => {
  const page = await aPerson(browser, { locale: 'es', theme: 'light', size: 'phone' });
  expect(await look(page, product.url, 'es', 'light')).toEqual([]);
});

test('and in English, dark', async ({ browser, product }) => {
  const page = await aPerson(browser, { locale: 'en', theme: 'dark', size: 'phone' });
  expect(await look(page, product.url, 'en', 'dark')).toEqual([]);
});

async function look(page: Page, url: string, locale: Locale, scheme: string): Promise<string[]> {
  const found: string[] = [];
  for (const state of demoStates) {
    await page.goto(`${url}/demo/states?state=${state}&locale=${locale}&scheme=${scheme}`);
    const tell = tells[state](words[locale], locale);
    await page.getByText(tell).or(page.getByLabel(tell)).first().waitFor();
    if (state === 'httpDoor') expect(await page.locator('.banner').count()).toBe(0);
    for (const violation of await accessibilityViolations(page)) found.push(`${state}: ${violation}`);
  }
  return found;
}
