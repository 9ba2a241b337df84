import { texts as closedEn } from '@ventanilla/shared/i18n/widget/closed/en';
import { texts as closedEs } from '@ventanilla/shared/i18n/widget/closed/es';
import { texts as comfortEn } from '@ventanilla/shared/i18n/widget/comfort/en';
import { texts as comfortEs } from '@ventanilla/shared/i18n/widget/comfort/es';
import { texts as copyEn } from '@ventanilla/shared/i18n/widget/copy/en';
import { texts as copyEs } from '@ventanilla/shared/i18n/widget/copy/es';
import { texts as endingEn } from '@ventanilla/shared/i18n/widget/ending/en';
import { texts as endingEs } from '@ventanilla/shared/i18n/widget/ending/es';
import { texts as faqEn } from '@ventanilla/shared/i18n/widget/faq/en';
import { texts as faqEs } from '@ventanilla/shared/i18n/widget/faq/es';
import { texts as filesEn } from '@ventanilla/shared/i18n/widget/files/en';
import { texts as filesEs } from '@ventanilla/shared/i18n/widget/files/es';
import { texts as homeEn } from '@ventanilla/shared/i18n/widget/home/en';
import { texts as homeEs } from '@ventanilla/shared/i18n/widget/home/es';
import { texts as incidentEn } from '@ventanilla/shared/i18n/widget/incident/en';
import { texts as incidentEs } from '@ventanilla/shared/i18n/widget/incident/es';
import { texts as liveEn } from '@ventanilla/shared/i18n/widget/live/en';
import { texts as liveEs } from '@ventanilla/shared/i18n/widget/live/es';
import { texts as mineEn } from '@ventanilla/shared/i18n/widget/mine/en';
import { texts as mineEs } from '@ventanilla/shared/i18n/widget/mine/es';
import { texts as seldomEn } from '@ventanilla/shared/i18n/widget/seldom/en';
import { texts as seldomEs } from '@ventanilla/shared/i18n/widget/seldom/es';
import { texts as talkEn } from '@ventanilla/shared/i18n/widget/talk/en';
import { texts as talkEs } from '@ventanilla/shared/i18n/widget/talk/es';
import { texts as ticketEn } from '@ventanilla/shared/i18n/widget/ticket/en';
import { texts as ticketEs } from '@ventanilla/shared/i18n/widget/ticket/es';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { turnedAround } from './turned-around.ts';

/** What the widget can be made to speak: its languages, and English written from right to left (`turned-around.ts`). */
export type Tongue = Locale | 'ar-XB';

const es = {
  home: homeEs,
  talk: talkEs,
  live: liveEs,
  mine: mineEs,
  ticket: ticketEs,
  seldom: seldomEs,
  closed: closedEs,
  comfort: comfortEs,
  copy: copyEs,
  ending: endingEs,
  files: filesEs,
  faq: faqEs,
  incident: incidentEs,
};
const en: WidgetWords = {
  home: homeEn,
  talk: talkEn,
  live: liveEn,
  mine: mineEn,
  ticket: ticketEn,
  seldom: seldomEn,
  closed: closedEn,
  comfort: comfortEn,
  copy: copyEn,
  ending: endingEn,
  files: filesEn,
  faq: faqEn,
  incident: incidentEn,
};

export type WidgetWords = typeof es;

/** The words of every part, by its name, in every tongue. */
export const widgetWords: Record<Tongue, WidgetWords> = { es, en, 'ar-XB': turnedAround(en) };
