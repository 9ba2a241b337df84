import { ticketPageEn } from '@ventanilla/shared/i18n/ticket-page/en';
import { type TicketPageTexts, ticketPageEs } from '@ventanilla/shared/i18n/ticket-page/es';
import { texts as comfortEn } from '@ventanilla/shared/i18n/widget/comfort/en';
import { texts as comfortEs } from '@ventanilla/shared/i18n/widget/comfort/es';
import type { ComfortTexts } from '@ventanilla/shared/i18n/widget/comfort/texts';
import { texts as filesEn } from '@ventanilla/shared/i18n/widget/files/en';
import { texts as filesEs } from '@ventanilla/shared/i18n/widget/files/es';
import type { FilesTexts } from '@ventanilla/shared/i18n/widget/files/texts';
import { texts as homeEn } from '@ventanilla/shared/i18n/widget/home/en';
import { texts as homeEs } from '@ventanilla/shared/i18n/widget/home/es';
import type { HomeTexts } from '@ventanilla/shared/i18n/widget/home/texts';
import { texts as seldomEn } from '@ventanilla/shared/i18n/widget/seldom/en';
import { texts as seldomEs } from '@ventanilla/shared/i18n/widget/seldom/es';
import type { SeldomTexts } from '@ventanilla/shared/i18n/widget/seldom/texts';
import { texts as talkEn } from '@ventanilla/shared/i18n/widget/talk/en';
import { texts as talkEs } from '@ventanilla/shared/i18n/widget/talk/es';
import type { TalkTexts } from '@ventanilla/shared/i18n/widget/talk/texts';
import { texts as ticketEn } from '@ventanilla/shared/i18n/widget/ticket/en';
import { texts as ticketEs } from '@ventanilla/shared/i18n/widget/ticket/es';
import type { TicketTexts } from '@ventanilla/shared/i18n/widget/ticket/texts';
import type { Locale } from '@ventanilla/shared/vocabulary';

export interface PageTexts {
  page: TicketPageTexts;
  talk: HomeTexts & TalkTexts;
  seldom: HomeTexts & TalkTexts & SeldomTexts;
  comfort: HomeTexts & ComfortTexts;
  files: HomeTexts & FilesTexts;
  ticket: HomeTexts & TalkTexts & TicketTexts;
}

/** Both languages: which one it is, the ticket says. */
export const pageTexts: Record<Locale, PageTexts> = {
  es: {
    page: ticketPageEs,
    talk: { ...homeEs, ...talkEs },
    seldom: { ...homeEs, ...talkEs, ...seldomEs },
    comfort: { ...homeEs, ...comfortEs },
    files: { ...homeEs, ...filesEs },
    ticket: { ...homeEs, ...talkEs, ...ticketEs },
  },
  en: {
    page: ticketPageEn,
    talk: { ...homeEn, ...talkEn },
    seldom: { ...homeEn, ...talkEn, ...seldomEn },
    comfort: { ...homeEn, ...comfortEn },
    files: { ...homeEn, ...filesEn },
    ticket: { ...homeEn, ...talkEn, ...ticketEn },
  },
};
