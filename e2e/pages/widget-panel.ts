import { fill } from '@ventanilla/shared/i18n/fill';
import type { EndingTexts } from '@ventanilla/shared/i18n/widget/ending/texts';
import type { Rating } from '@ventanilla/shared/vocabulary';
import type { Locator, Page } from 'playwright-core';
import { said } from './said.ts';
import { type Tongue, widgetWords } from './widget-words.ts';

type WidgetTexts = ReturnType<typeof textsIn>;

/** The widget on somebody's page, as its visitor sees it: by role and name, in their language. */
export class WidgetPanel {
  readonly page: Page;
  readonly texts: WidgetTexts;
  readonly launcher: Locator;
  readonly dialog: Locator;
  readonly question: Locator;
  readonly log: Locator;
  readonly message: Locator;
  readonly banner: Locator;
  readonly ticket: Locator;

  /** `main`: on a page of its own, `/c/<site>`. */
  constructor(page: Page, tongue: Tongue, role: 'dialog' | 'main' = 'dialog') {
    this.page = page;
    this.texts = textsIn(tongue);
    this.launcher = page.getByRole('button', { name: tongue === 'es' ? /^Ayuda · / : /^Help · / });
    this.dialog = page.getByRole(role, { name: pattern(this.texts.panel) });
    this.question = this.dialog.getByRole('textbox', { name: this.texts.ask });
    this.log = this.dialog.getByRole('log', { name: this.texts.conversation });
    this.message = this.dialog.getByRole('textbox', { name: this.texts.yourMessage });
    this.banner = this.dialog.getByRole('status');
    this.ticket = this.log.getByRole('article', { name: pattern(this.texts.ticketName) });
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await this.dialog.waitFor();
  }

  async reopen(): Promise<void> {
    await this.button('close').click();
    await this.open();
  }

  button(name: { [K in keyof WidgetTexts]: WidgetTexts[K] extends string ? K : never }[keyof WidgetTexts]): Locator {
    return this.dialog.getByRole('button', { name: this.texts[name] });
  }

  /** What the home screen says of whether anybody is there; a sentence of the dictionary. */
  promise(sentence: string): Locator {
    return this.dialog.getByText(pattern(sentence));
  }

  /** An article in a list of the home screen: one of the most asked, or one that was found. */
  listed(title: string): Locator {
    return this.dialog.getByRole('listitem').getByRole('button', { name: title });
  }

  /** The one that is offered as likely the answer. */
  likely(title: string): Locator {
    return this.dialog.getByRole('button', { name: `${this.texts.faq.read}: ${title}` });
  }

  /** The open article. */
  article(title: string): Locator {
    return this.dialog.getByRole('article', { name: title });
  }

  get helpedYes(): Locator {
    return this.helped(this.texts.faq.yes);
  }

  get helpedNo(): Locator {
    return this.helped(this.texts.faq.no);
  }

  private helped(answer: string): Locator {
    return this.dialog
      .getByRole('group', { name: this.texts.faq.helped })
      .getByRole('button', { name: answer, exact: true });
  }

  /** From the home screen while closed: sent at once. */
  async leaveMessage(text: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: this.texts.away.message }).fill(text);
    await this.button('leaveMessage').click();
  }

  /** From the home screen: the question goes along into a new conversation and is sent from there. */
  async ask(question: string): Promise<void> {
    await this.question.fill(question);
    await this.dialog
      .getByRole('button', { name: pattern(`${this.texts.writeToPerson}|${this.texts.leaveMessage}`) })
      .click();
    await this.message.waitFor();
    await this.button('send').click();
  }

  /** Where the conversation goes on by mail: asked for on the card of a ticket. */
  get address(): Locator {
    return this.log.getByRole('textbox', { name: this.texts.address.ask });
  }

  async giveAddress(address: string): Promise<void> {
    await this.address.fill(address);
    await this.log.getByRole('button', { name: this.texts.address.save }).click();
    await this.log.getByText(fill(this.texts.address.saved, { address })).waitFor();
  }

  async write(text: string): Promise<void> {
    await this.message.fill(text);
    await this.message.press('Enter');
  }

  /** Chooses files as with the button beside the field. */
  async attach(...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    const chosen = this.page.waitForEvent('filechooser');
    await this.button('attach').click();
    await (await chosen).setFiles(files);
  }

  /** What goes along with the message that is being written, one line for each file. */
  get picked(): Locator {
    return this.dialog.getByRole('list', { name: this.texts.files.files }).getByRole('listitem');
  }

  /** A file that was sent. */
  file(name: string): Locator {
    return this.log.getByRole('button', { name: `${this.texts.files.save}: ${name}` });
  }

  /** When it is over: whether it is solved, and how it was. */
  ending(name: { [K in keyof EndingTexts]: EndingTexts[K] extends string ? K : never }[keyof EndingTexts]): Locator {
    return this.dialog.getByRole('button', { name: this.texts.ending[name] });
  }

  rate(rating: Rating): Locator {
    return this.dialog.getByRole('button', { name: this.texts.ending.rating[rating], exact: true });
  }

  /** Of these, what stands in the conversation, in order and as often as it stands there. */
  async said(words: readonly string[]): Promise<string[]> {
    return said((await this.log.textContent()) ?? '', words);
  }

  /** The conversation that begins with these words, from the list of one's own. */
  async openConversation(subject: string): Promise<void> {
    await this.dialog.getByRole('button', { name: subject }).click();
    await this.log.waitFor();
  }
}

/** Those of the parts that are always shown together side by side, the others under their part's name. */
function textsIn(tongue: Tongue) {
  const { home, talk, live, mine, ticket, seldom, comfort, closed, ...others } = widgetWords[tongue];
  return { ...home, ...talk, ...live, ...mine, ...ticket, ...seldom, ...comfort, away: closed, ...others };
}

/** What follows the last slot of a sentence of the dictionary, and its full stop. */
export function endOf(sentence: string): string {
  return sentence.slice(sentence.lastIndexOf('}') + '}. '.length);
}

/** A sentence of the dictionary with anything in its slots. */
function pattern(sentence: string): RegExp {
  return new RegExp(`^${fill(sentence, new Proxy({}, { get: () => '.*' }))}$`);
}
