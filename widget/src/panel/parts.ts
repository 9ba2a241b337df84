import type { ClosedTexts } from '@ventanilla/shared/i18n/widget/closed/texts';
import type { ComfortTexts } from '@ventanilla/shared/i18n/widget/comfort/texts';
import type { CopyTexts } from '@ventanilla/shared/i18n/widget/copy/texts';
import type { EndingTexts } from '@ventanilla/shared/i18n/widget/ending/texts';
import type { FaqTexts } from '@ventanilla/shared/i18n/widget/faq/texts';
import type { FilesTexts } from '@ventanilla/shared/i18n/widget/files/texts';
import type { HomeTexts } from '@ventanilla/shared/i18n/widget/home/texts';
import type { IncidentTexts } from '@ventanilla/shared/i18n/widget/incident/texts';
import type { LiveTexts } from '@ventanilla/shared/i18n/widget/live/texts';
import type { MineTexts } from '@ventanilla/shared/i18n/widget/mine/texts';
import type { SeldomTexts } from '@ventanilla/shared/i18n/widget/seldom/texts';
import type { TalkTexts } from '@ventanilla/shared/i18n/widget/talk/texts';
import type { TicketTexts } from '@ventanilla/shared/i18n/widget/ticket/texts';
import type { ComponentType } from 'preact';
import { addStyles } from '../add-styles.ts';
import type { Embed } from '../embed.ts';
import type * as ClosedPart from './closed/Closed.tsx';
import type { whileLost } from './comfort/while-lost.ts';
import type { words } from './comfort/words.tsx';
import type * as CopyPart from './copy/Copy.tsx';
import type { EndingProps } from './ending/Ending.tsx';
import type * as FaqPart from './faq/Faq.tsx';
import type * as FilesPart from './files/Files.tsx';
import type { WishButtonProps } from './live/WishButton.tsx';
import type { Scene } from './scene.ts';
import type * as SeldomPart from './seldom/Seldom.tsx';
import type { sentenceOf } from './talk/SystemLine.tsx';
import type { Talk } from './talk/timeline.ts';
import type { createWriting } from './talk/writing.ts';
import type * as TicketPart from './ticket/TicketSlip.tsx';

/** What each part says: the words of the home screen, its own, and those of parts that are always there before it. */
export interface PartTexts {
  talk: HomeTexts & TalkTexts;
  live: HomeTexts & TalkTexts & LiveTexts;
  mine: HomeTexts & TalkTexts & MineTexts;
  closed: HomeTexts & ClosedTexts;
  comfort: HomeTexts & ComfortTexts;
  copy: HomeTexts & TalkTexts & CopyTexts;
  ending: HomeTexts & LiveTexts & EndingTexts;
  files: HomeTexts & FilesTexts;
  faq: HomeTexts & FaqTexts;
  ticket: HomeTexts & TalkTexts & TicketTexts;
  incident: HomeTexts & IncidentTexts;
  seldom: HomeTexts & TalkTexts & SeldomTexts;
}
export type PartName = keyof PartTexts;
export type PartScene<P extends PartName> = Scene<PartTexts[P]>;

interface PartModules {
  talk: {
    Conversation: ComponentType<PartScene<'talk'> & { conversationKey: string }>;
    Banner: ComponentType<PartScene<'talk'>>;
    createWriting: typeof createWriting;
    sentenceOf: typeof sentenceOf;
    styles: string;
  };
  live: {
    Live: ComponentType<PartScene<'live'> & { talk: Talk }>;
    WishButton: ComponentType<WishButtonProps>;
    styles: string;
  };
  mine: {
    Mine: ComponentType<PartScene<'mine'>>;
    List: ComponentType<PartScene<'mine'>>;
    Bones: ComponentType;
    styles: string;
  };
  closed: typeof ClosedPart;
  incident: { Incident: ComponentType<PartScene<'incident'>>; styles: string };
  comfort: {
    words: typeof words;
    whileLost: typeof whileLost;
    Menu: ComponentType<PartScene<'comfort'> & { talk: Talk }>;
    Newest: ComponentType<PartScene<'comfort'> & { talk: Talk }>;
    styles: string;
  };
  copy: typeof CopyPart;
  files: typeof FilesPart;
  faq: typeof FaqPart;
  seldom: typeof SeldomPart;
  ending: { Ending: ComponentType<PartScene<'ending'> & EndingProps>; styles: string };
  ticket: typeof TicketPart;
}

/** What has arrived so far. */
export type Parts = { [P in PartName]?: PartModules[P] & { texts: PartTexts[P] } };

/** Those that say more than their own words: whose besides. */
const besides: Partial<Record<PartName, PartName>> = {
  live: 'talk',
  mine: 'talk',
  copy: 'talk',
  ending: 'live',
  ticket: 'talk',
  seldom: 'talk',
};

/** Screens and cards that come when they are needed, each with its words and its styles. */
export function createParts(embed: Embed, homeTexts: () => HomeTexts) {
  const { load, root } = embed;
  const parts: Parts = {};
  const coming = new Map<PartName, Promise<void>>();

  async function textsOf(name: PartName): Promise<object> {
    const other = besides[name];
    const names = other ? [other, name] : [name];
    const words = await Promise.all(names.map((own) => load(`${own}-${embed.locale}`)));
    return Object.assign({}, homeTexts(), ...words.map((chunk) => (chunk as { texts: object }).texts));
  }

  async function fetchPart(name: PartName): Promise<void> {
    const { locale } = embed;
    const [texts, part] = await Promise.all([textsOf(name), load(name) as Promise<{ styles: string }>]);
    addStyles(root, part.styles);
    put(name, { ...part, texts: locale === embed.locale ? texts : await textsOf(name) });
  }

  /** The tables above say of each name what comes under it. */
  function put(name: PartName, part: object): void {
    Object.assign(parts, { [name]: part });
  }

  return {
    parts,
    /** Resolves when it is there; rejects when it could not be loaded, and can then be tried again. */
    bring(name: PartName): Promise<void> {
      const promise = coming.get(name) ?? fetchPart(name);
      coming.set(name, promise);
      promise.catch(() => coming.delete(name));
      return promise;
    },
    /** The language has changed: so do the words of everything that has arrived. */
    async translate(): Promise<void> {
      for (const name of Object.keys(parts) as PartName[]) put(name, { ...parts[name], texts: await textsOf(name) });
    },
  };
}
