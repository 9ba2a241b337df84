import { fill } from '@ventanilla/shared/i18n/fill';
import { pagesEn } from '@ventanilla/shared/i18n/pages/en';
import { pagesEs } from '@ventanilla/shared/i18n/pages/es';
import { texts as homeEn } from '@ventanilla/shared/i18n/widget/home/en';
import { texts as homeEs } from '@ventanilla/shared/i18n/widget/home/es';
import { texts as talkEn } from '@ventanilla/shared/i18n/widget/talk/en';
import { texts as talkEs } from '@ventanilla/shared/i18n/widget/talk/es';
import { texts as ticketEn } from '@ventanilla/shared/i18n/widget/ticket/en';
import { texts as ticketEs } from '@ventanilla/shared/i18n/widget/ticket/es';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { Locator, Page } from 'playwright-core';

const dictionaries = {
  es: { ...homeEs, ...talkEs, ...ticketEs, ...pagesEs.fullPage },
  en: { ...homeEn, ...talkEn, ...ticketEn, ...pagesEn.fullPage },
};

/** `/c/<site>` in a browser that runs no script, as its visitor sees it. */
export class PlainPage {
  readonly page: Page;
  readonly texts: (typeof dictionaries)[Locale];
  readonly field: Locator;
  readonly lines: Locator;
  readonly problem: Locator;
  readonly address: Locator;
  readonly ticket: Locator;

  constructor(page: Page, locale: Locale) {
    this.page = page;
    this.texts = dictionaries[locale];
    this.field = page.locator('textarea');
    this.address = page.getByRole('textbox', { name: this.texts.address.ask });
    this.lines = page.getByRole('listitem');
    this.problem = page.getByRole('alert');
    this.ticket = page.getByRole('article', { name: new RegExp(`^${fill(this.texts.ticketName, { number: '.*' })}$`) });
  }

  async write(words: string): Promise<void> {
    await this.field.fill(words);
    await this.page.getByRole('button', { name: this.texts.send }).click();
  }

  async giveAddress(address: string): Promise<void> {
    await this.address.fill(address);
    await this.page.getByRole('button', { name: this.texts.address.save }).click();
  }

  async lookAgain(): Promise<void> {
    await this.page.getByRole('link', { name: this.texts.lookAgain }).click();
  }

  async forget(): Promise<void> {
    await this.page.getByRole('button', { name: this.texts.forget }).click();
  }
}
