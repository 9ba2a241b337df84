import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Entry } from '@ventanilla/shared/entities/entry';
import { texts as closedTexts } from '@ventanilla/shared/i18n/widget/closed/es';
import { texts as comfortTexts } from '@ventanilla/shared/i18n/widget/comfort/es';
import { texts as copyTexts } from '@ventanilla/shared/i18n/widget/copy/es';
import { texts as endingTexts } from '@ventanilla/shared/i18n/widget/ending/es';
import { texts as faqTexts } from '@ventanilla/shared/i18n/widget/faq/es';
import { texts as filesTexts } from '@ventanilla/shared/i18n/widget/files/es';
import { texts as homeTexts } from '@ventanilla/shared/i18n/widget/home/es';
import { texts as incidentTexts } from '@ventanilla/shared/i18n/widget/incident/es';
import { texts as liveTexts } from '@ventanilla/shared/i18n/widget/live/es';
import { texts as mineTexts } from '@ventanilla/shared/i18n/widget/mine/es';
import { texts as seldomTexts } from '@ventanilla/shared/i18n/widget/seldom/es';
import { texts as talkTexts } from '@ventanilla/shared/i18n/widget/talk/es';
import { texts as ticketTexts } from '@ventanilla/shared/i18n/widget/ticket/es';
import { anEntry } from '@ventanilla/shared/testing/builders';
import { render } from 'preact';
import { emptyModel, type Model } from '../model/model.ts';
import { App } from '../panel/App.tsx';
import * as closed from '../panel/closed/Closed.tsx';
import * as comfort from '../panel/comfort/Comfort.tsx';
import * as copy from '../panel/copy/Copy.tsx';
import * as ending from '../panel/ending/Ending.tsx';
import * as faq from '../panel/faq/Faq.tsx';
import * as files from '../panel/files/Files.tsx';
import type { Picked } from '../panel/files/picked.ts';
import * as incident from '../panel/incident/Incident.tsx';
import * as live from '../panel/live/Live.tsx';
import * as mine from '../panel/mine/Mine.tsx';
import type { Parts } from '../panel/parts.ts';
import type { Scene } from '../panel/scene.ts';
import * as seldom from '../panel/seldom/Seldom.tsx';
import * as talk from '../panel/talk/Conversation.tsx';
import * as ticket from '../panel/ticket/TicketSlip.tsx';
import { createTimes } from '../panel/times.ts';

/** The panel in a document, with every part there, in Spanish; what is done on it is written down. */
export interface Stage {
  show(scene: Partial<Scene>): HTMLElement;
  did: string[];
  /** Parts that were asked for. */
  wanted: string[];
  drafts: Record<string, string>;
  picked: Picked[];
  /** Does the server do what it is asked? */
  wishesComeTrue: boolean;
}

export const texts = { ...homeTexts, ...talkTexts, ...seldomTexts, ...liveTexts, ...mineTexts };
export const parts: Parts = {
  talk: { ...talk, texts },
  live: { ...live, texts },
  seldom: { ...seldom, texts },
  mine: { ...mine, texts },
  closed: { ...closed, texts: { ...homeTexts, ...closedTexts } },
  comfort: { ...comfort, texts: { ...homeTexts, ...comfortTexts } },
  copy: { ...copy, texts: { ...texts, ...copyTexts } },
  ending: { ...ending, texts: { ...texts, ...endingTexts } },
  files: { ...files, texts: { ...homeTexts, ...filesTexts } },
  faq: { ...faq, texts: { ...homeTexts, ...faqTexts } },
  ticket: { ...ticket, texts: { ...texts, ...ticketTexts } },
  incident: { ...incident, texts: { ...homeTexts, ...incidentTexts } },
};
/** A Wednesday, noon. */
export const now = new Date(2026, 10, 25, 12).getTime();

export function openStage(): Stage {
  document.body.replaceChildren();
  const box = document.body.appendChild(document.createElement('div'));
  const stage: Stage = { show, did: [], wanted: [], drafts: {}, picked: [], wishesComeTrue: true };

  function note(name: string) {
    return (...args: unknown[]) => {
      const words = args.filter((one) => !(one instanceof Event));
      stage.did.push([name, ...words.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))].join(' '));
    };
  }

  function show(scene: Partial<Scene>): HTMLElement {
    render(
      <App
        isOpen
        texts={homeTexts}
        parts={parts}
        times={createTimes('es', ['es'], homeTexts)}
        now={now}
        siteKey="alameda"
        siteName="Alameda Fibra"
        isSiteOpen
        availability={undefined}
        isAsking={false}
        screen={{ name: 'conversation', key: 'cnv_1' }}
        model={emptyModel}
        popular={[]}
        finder={undefined}
        isIncomplete={false}
        isOnline
        draft={(key) => stage.drafts[key] ?? ''}
        picked={() => stage.picked}
        actions={{
          close: note('close'),
          show: note('show'),
          begin: note('begin'),
          leaveMessage: note('leaveMessage'),
          setDraft: note('setDraft'),
          send: note('send'),
          retry: note('retry'),
          discard: note('discard'),
          reach() {},
          reconnect: note('reconnect'),
          want: (part) => stage.wanted.push(part),
          carry: note('carry'),
          attach: (key, chosen) => note('attach')(key, chosen.map(({ name }) => name).join()),
          detach: (key, { file }) => note('detach')(key, file.name),
          async fetchFile(id) {
            note('fetch')(id);
            if (!stage.wishesComeTrue) throw new Error('not found');
            return new Blob(['bytes']);
          },
          async wish(name, input) {
            note(name)(input);
            return stage.wishesComeTrue;
          },
        }}
        {...scene}
      />,
      box,
    );
    return box;
  }

  return stage;
}

export function find<E extends HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

export function press(target: HTMLElement, key: string, more: KeyboardEventInit = {}): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

/** Everything that was begun by a click has been drawn. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

const conversation: VisitorConversation = {
  id: 'cnv_1',
  state: 'queued',
  outcome: '',
  subject: 'Sin internet',
  assignee: null,
  ticket: null,
  pickUpBy: new Date(2026, 10, 25, 12, 3).getTime(),
  isWritable: true,
  isBlocked: false,
  lastSeq: 1,
  readSeq: 0,
  agentReadSeq: 0,
  rating: '',
  ratingComment: '',
  address: null,
  createdAt: now,
  version: 1,
};

export function asked(body = 'Hola'): Entry {
  return anEntry({ seq: 1, kind: 'message', authorKind: 'visitor', authorId: 'vis_1', body, createdAt: now });
}

/** One conversation with these lines. */
export function talking(changes: Partial<VisitorConversation> = {}, entries: Entry[] = [asked()]): Model {
  return {
    ...emptyModel,
    link: 'online',
    isListed: true,
    conversations: [{ ...conversation, ...changes }],
    threads: { cnv_1: { entries, heardSeq: entries.length } },
  };
}

/** Asked, and answered by Marta, who has it. */
export function answered(changes: Partial<VisitorConversation> = {}): Model {
  const answer = anEntry({
    seq: 2,
    kind: 'message',
    authorKind: 'agent',
    authorId: 'agt_1',
    authorName: 'Marta Ruiz',
    body: 'Ya está',
    createdAt: now,
  });
  return talking({ state: 'active', assignee: { id: 'agt_1', name: 'Marta Ruiz' }, ...changes }, [asked(), answer]);
}
