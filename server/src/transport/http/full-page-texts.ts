import { texts as homeEn } from '@ventanilla/shared/i18n/widget/home/en';
import { texts as homeEs } from '@ventanilla/shared/i18n/widget/home/es';
import type { HomeTexts } from '@ventanilla/shared/i18n/widget/home/texts';
import { texts as mineEn } from '@ventanilla/shared/i18n/widget/mine/en';
import { texts as mineEs } from '@ventanilla/shared/i18n/widget/mine/es';
import type { MineTexts } from '@ventanilla/shared/i18n/widget/mine/texts';
import { texts as talkEn } from '@ventanilla/shared/i18n/widget/talk/en';
import { texts as talkEs } from '@ventanilla/shared/i18n/widget/talk/es';
import type { TalkTexts } from '@ventanilla/shared/i18n/widget/talk/texts';
import { texts as ticketEn } from '@ventanilla/shared/i18n/widget/ticket/en';
import { texts as ticketEs } from '@ventanilla/shared/i18n/widget/ticket/es';
import type { TicketTexts } from '@ventanilla/shared/i18n/widget/ticket/texts';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { pageTexts } from './page-texts.ts';

/** The page says what the panel says; its own words come last. */
export type FullPageTexts = HomeTexts & MineTexts & TalkTexts & TicketTexts & (typeof pageTexts)[Locale]['fullPage'];

export const fullPageTexts: Record<Locale, FullPageTexts> = {
  es: { ...homeEs, ...mineEs, ...talkEs, ...ticketEs, ...pageTexts.es.fullPage },
  en: { ...homeEn, ...mineEn, ...talkEn, ...ticketEn, ...pageTexts.en.fullPage },
};
