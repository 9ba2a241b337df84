import { dashboardEn } from '@ventanilla/shared/i18n/dashboard/en';
import { type DashboardTexts, dashboardEs } from '@ventanilla/shared/i18n/dashboard/es';
import type { Locale, TicketReason } from '@ventanilla/shared/vocabulary';
import type { Locator, Page } from 'playwright-core';
import { said } from './said.ts';

const dictionaries: Record<Locale, DashboardTexts> = { es: dashboardEs, en: dashboardEn };

export interface Credentials {
  name: string;
  email: string;
  password: string;
}

/** The desk as an agent sees it: by role and name, in their language. */
export class Dashboard {
  readonly page: Page;
  readonly texts: DashboardTexts;
  readonly queue: Locator;
  readonly thread: Locator;
  readonly reply: Locator;
  readonly note: Locator;
  readonly take: Locator;
  readonly history: Locator;

  constructor(page: Page, locale: Locale) {
    this.page = page;
    this.texts = dictionaries[locale];
    const { inbox, conversation, composer, ticket } = this.texts;
    this.queue = page.getByRole('region', { name: inbox.queue, exact: true });
    this.thread = page.getByRole('log', { name: conversation.messages });
    this.reply = page.getByRole('textbox', { name: composer.reply, exact: true });
    this.note = page.getByRole('textbox', { name: composer.note, exact: true });
    this.take = page.getByRole('button', { name: conversation.take, exact: true });
    this.history = page.getByRole('region', { name: ticket.history });
  }

  /** The first account of an installation, by the link that its server printed. */
  async setUp(link: string, { name, email, password }: Credentials): Promise<void> {
    const { door } = this.texts;
    await this.page.goto(link);
    await this.page.getByRole('textbox', { name: door.name }).fill(name);
    await this.page.getByRole('textbox', { name: door.email }).fill(email);
    await this.password.fill(password);
    await this.page.getByRole('button', { name: door.createAccount }).click();
    await this.queue.waitFor();
  }

  /** An invitation accepted: the name and the address are known already. */
  async join(link: string, password: string): Promise<void> {
    await this.page.goto(link);
    await this.password.fill(password);
    await this.page.getByRole('button', { name: this.texts.door.join }).click();
    await this.queue.waitFor();
  }

  get password(): Locator {
    return this.page.getByRole('textbox', { name: this.texts.door.password });
  }

  get signInButton(): Locator {
    return this.page.getByRole('button', { name: this.texts.door.signIn, exact: true });
  }

  async go(section: 'inbox' | 'tickets' | 'articles' | 'settings'): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: this.texts.frame.sections });
    await rail.getByRole('link', { name: this.texts.frame[section] }).click();
  }

  /** The row of the inbox that shows these words as the latest of its conversation. */
  row(preview: string): Locator {
    return this.page.getByRole('region', { name: this.texts.inbox.list }).getByRole('link', { name: preview });
  }

  /** In the list of tickets, only those of this reason; answers the row of this number once it is there. */
  async ticketsBecause(reason: TicketReason, number: string): Promise<Locator> {
    await this.go('tickets');
    const { tickets } = this.texts;
    await this.page.getByRole('combobox', { name: tickets.reason }).selectOption(reason);
    const row = this.page.getByRole('row', { name: number });
    await row.waitFor();
    return row;
  }

  async answer(text: string): Promise<void> {
    await this.page.getByRole('button', { name: this.texts.composer.reply, exact: true }).click();
    await this.reply.fill(text);
    await this.reply.press('Control+Enter');
  }

  async addNote(text: string): Promise<void> {
    await this.page.getByRole('button', { name: this.texts.composer.note, exact: true }).click();
    await this.note.fill(text);
    await this.note.press('Control+Enter');
  }

  /** Of these, what stands in the open thread, in order and as often as it stands there. */
  async said(words: readonly string[]): Promise<string[]> {
    return said((await this.thread.textContent()) ?? '', words);
  }

  /** Answers the link that the colleague gets. */
  async invite({ name, email }: Omit<Credentials, 'password'>): Promise<string> {
    const { settings, team } = this.texts;
    await this.go('settings');
    await this.page
      .getByRole('navigation', { name: settings.pages })
      .getByRole('link', { name: settings.people })
      .click();
    await this.page.getByRole('button', { name: team.invite }).click();
    const question = this.page.getByRole('dialog', { name: team.inviteTitle });
    await question.getByRole('textbox', { name: team.name }).fill(name);
    await question.getByRole('textbox', { name: team.email }).fill(email);
    await question.getByRole('button', { name: team.createLink }).click();
    const link = await this.page.getByRole('textbox', { name: team.link }).inputValue();
    await this.page.getByRole('button', { name: team.done }).click();
    return link;
  }

  /** On the settings of the first site. Minutes as people type them, e.g. `0,17`. */
  async setPickUpTime(minutes: string): Promise<void> {
    const { site, common, settings } = this.texts;
    await this.go('settings');
    await this.page.getByRole('textbox', { name: site.pickUp }).fill(minutes);
    await this.page.getByRole('button', { name: common.save, exact: true }).click();
    await this.page.getByRole('status').filter({ hasText: settings.saved }).waitFor();
  }

  /** The open menu of the signed-in agent. */
  async openMenu(): Promise<Locator> {
    const button = this.page.getByRole('button', { name: /^.+, .+\. (Tu menú|Your menu)$/ });
    const back = this.page.getByRole('link', { name: this.texts.common.back });
    await button.or(back).first().waitFor();
    // On a phone an open conversation has the whole screen.
    if (!(await button.isVisible())) await back.click();
    await button.click();
    return this.page.getByRole('menu');
  }

  async pressSignOut(): Promise<void> {
    const menu = await this.openMenu();
    await menu.getByRole('menuitem', { name: this.texts.me.signOut }).click();
  }

  async signOut(): Promise<void> {
    await this.pressSignOut();
    await this.signInButton.waitFor();
  }

  async chooseTheme(theme: 'light' | 'dark'): Promise<void> {
    const menu = await this.openMenu();
    await menu.getByRole('menuitemradio', { name: this.texts.me.themes[theme] }).click();
    await this.page.keyboard.press('Escape');
  }
}
