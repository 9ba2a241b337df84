import type { MailSink } from '@ventanilla/server/lib/mail-sink-for-tests';
import type { ConversationId } from '@ventanilla/shared/ids';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Desk } from '../../fixtures/desk.ts';
import { speakPseudo } from '../../fixtures/pseudo-locale.ts';
import { openContext } from '../../fixtures/reader.ts';
import type { TimedDesk } from '../../fixtures/timed-desk.ts';
import type { LongAgo } from './long-ago.ts';
import type { Look } from './look.ts';

/** The products that the screens are taken from, each in another stage of its life. */
export interface Stage {
  browser: Browser;
  /** Nobody has set it up. */
  unowned: { url: string; setUpLink: string };
  /** Just set up, nobody has written. */
  empty: Desk;
  /** With articles; somebody is there. */
  reading: Desk;
  /** Outside its opening hours, with articles. */
  closed: Desk;
  /** Agents are there and visitors write all the time: every look at the widget leaves a conversation. */
  talking: Desk;
  /** In the middle of an afternoon, always the same. */
  busy: Desk;
  /** Outside its opening hours, and it can send mail: `mailbox` has it all. */
  mailing: Desk;
  mailbox: MailSink;
  /** A week after what is there was solved. */
  longAgo: LongAgo;
  /** Nobody is there, and every look moves its time on by a week. */
  moving: TimedDesk;
  /** In that afternoon, what was resolved and left the inbox. */
  solvedId: ConversationId;
}

/** One look at one screen: by whom, where. `follow` closes with it whatever it opens. */
export interface Visit extends Stage {
  reader: Look;
  page: Page;
  /** Another browser of the same reader's, e.g. with a session. */
  open(desk: Desk): Promise<Page>;
  follow(close: () => Promise<void>): void;
}

/** Leads a reader to a state of the product that is reached for real, and answers the page that shows it. */
export interface Screen {
  name: string;
  /** `page`: one of the server's own. */
  front: 'widget' | 'dashboard' | 'page';
  show(visit: Visit): Promise<Page>;
}

/** Runs `look` with everything a screen needs, and closes it all. */
export async function visit<T>(stage: Stage, reader: Look, look: (visit: Visit) => Promise<T>): Promise<T> {
  const closers: (() => Promise<void>)[] = [];
  const context = async (): Promise<BrowserContext> => {
    const opened = await openContext(stage.browser, reader);
    closers.push(() => opened.close());
    if (reader.tongue === 'ar-XB') await speakPseudo(opened);
    return opened;
  };
  try {
    return await look({
      ...stage,
      reader,
      page: await (await context()).newPage(),
      async open(desk) {
        const signedIn = await context();
        await desk.signIn(signedIn);
        // Whoever signs in brings their language, unless the browser was told otherwise.
        await signedIn.addInitScript(
          (locale) => localStorage.setItem('ventanilla:dashboard:locale', locale),
          reader.locale,
        );
        return signedIn.newPage();
      },
      follow: (close) => void closers.push(close),
    });
  } finally {
    for (const close of closers.reverse()) await close();
  }
}
