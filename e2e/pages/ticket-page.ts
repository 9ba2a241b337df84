import { fill } from '@ventanilla/shared/i18n/fill';
import { ticketPageEn } from '@ventanilla/shared/i18n/ticket-page/en';
import { type TicketPageTexts, ticketPageEs } from '@ventanilla/shared/i18n/ticket-page/es';
import { texts as seldomEn } from '@ventanilla/shared/i18n/widget/seldom/en';
import { texts as seldomEs } from '@ventanilla/shared/i18n/widget/seldom/es';
import type { SeldomTexts } from '@ventanilla/shared/i18n/widget/seldom/texts';
import { texts as talkEn } from '@ventanilla/shared/i18n/widget/talk/en';
import { texts as talkEs } from '@ventanilla/shared/i18n/widget/talk/es';
import type { TalkTexts } from '@ventanilla/shared/i18n/widget/talk/texts';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { Locator, Page } from 'playwright-core';

const dictionaries = {
  es: { page: ticketPageEs, talk: talkEs, seldom: seldomEs },
  en: { page: ticketPageEn, talk: talkEn, seldom: seldomEn },
};

/** The page behind a link from a mail, as whoever got the mail sees it. */
export class TicketPage {
  readonly page: Page;
  readonly texts: TicketPageTexts;
  readonly talk: TalkTexts;
  readonly seldom: SeldomTexts;
  readonly log: Locator;
  readonly message: Locator;
  /** Says that this link opens nothing, above the way to another. */
  readonly expired: Locator;

  constructor(page: Page, locale: Locale) {
    this.page = page;
    this.texts = dictionaries[locale].page;
    this.talk = dictionaries[locale].talk;
    this.seldom = dictionaries[locale].seldom;
    this.log = page.getByRole('log', { name: this.talk.conversation });
    this.message = page.getByRole('textbox', { name: this.talk.yourMessage });
    this.expired = page.getByRole('heading', { name: this.texts.expired });
  }

  async write(text: string): Promise<void> {
    await this.message.fill(text);
    await this.message.press('Enter');
  }

  /** TK4: where it says that what was written after the end is another ticket, with its number. */
  get followedUp(): RegExp {
    return new RegExp(fill(this.texts.followedUp, { number: 'VEN-\\d+' }));
  }

  /** TK3: asks for a link by number and address. */
  async request(number: string, address: string): Promise<void> {
    await this.page.getByRole('textbox', { name: this.texts.number }).fill(number);
    await this.page.getByRole('textbox', { name: this.texts.address }).fill(address);
    await this.page.getByRole('button', { name: this.texts.request }).click();
  }
}
