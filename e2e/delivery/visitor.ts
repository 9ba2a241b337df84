import { setTimeout as pause } from 'node:timers/promises';
import type { ConversationId } from '@ventanilla/shared/ids';
import { emptyThread } from '@ventanilla/shared/state/thread';
import { protocol } from '@ventanilla/shared/wire/version';
import { IDBFactory } from 'fake-indexeddb';
import type { Model } from '../../widget/src/model/model.ts';
import type { Change } from '../../widget/src/model/reduce.ts';
import type { ClientCode } from './client-code.ts';
import type { View } from './evidence.ts';
import type { History } from './history.ts';
import { locksOf, onPage, type PageSurroundings } from './page-events.ts';

const context = { pageUrl: '', pageTitle: '', referrer: '', userAgent: '', language: '', timeZone: '', viewport: '' };

export interface Browser {
  name: string;
  tabs: Tab[];
  openTab(): Promise<Tab>;
  /** The page goes away without a word, whatever it was doing; what the browser keeps is all that is left. */
  crash(tab: Tab): void;
}

/** One page of the visitor's with the widget on it; `connection.ts` without the panel, the launcher and the page's own events. */
export interface Tab {
  name: string;
  model(): Model;
  /** Resolves when the page has it; from then on it must not get lost. */
  write(key: string, body: string): Promise<void>;
  /** On screen from now on: an id or a start id. */
  watch(key: string): void;
  begin(): string;
  askTicket(id: ConversationId): Promise<boolean>;
  giveAddress(id: ConversationId, address: string): Promise<boolean>;
  /** Behind another tab, frozen with its sockets closed, or without a network; then back again. */
  goAway(how: Absence, isOver: Promise<unknown>): Promise<void>;
  isAway(): boolean;
  /** Somebody looks at it again: a line that is gone is tried at once, one that is there is asked whether it serves. */
  lookAt(): void;
  /** It is connected, has nothing to send and waits for no answer. */
  isQuiet(): boolean;
  /** Its panel is opened: where nothing was connected so far, it is now. */
  open(): void;
  /** Scrolls through everything that was said: from the last line back to the first. */
  readAll(id: ConversationId): Promise<void>;
  /** As the server knows this visitor. */
  token(): Promise<string>;
  /** `isWhole`: it has read everything. */
  views(isWhole: boolean): View[];
  close(): void;
}

export const absences = ['hidden', 'frozen', 'offline'] as const;
export type Absence = (typeof absences)[number];

export interface BrowserParts {
  name: string;
  base: string;
  site: string;
  code: ClientCode;
  history: History;
}

/** A visitor's browser: one storage, some tabs. */
export function openBrowser(parts: BrowserParts): Browser {
  const kept = keepFor(parts.name);
  let opened = 0;
  const browser: Browser = {
    name: parts.name,
    tabs: [],
    async openTab() {
      opened += 1;
      const tab = await openTab(`${parts.name}.${opened}`, kept, parts);
      browser.tabs.push(tab);
      return tab;
    },
    crash(tab) {
      browser.tabs.splice(browser.tabs.indexOf(tab), 1);
      tab.close();
    },
  };
  return browser;
}

/** How long a page waits for what it has asked for until it asks again, and how often it does. */
const patience = { ms: 20, times: 250 };

/** What the tabs of one browser share. */
function keepFor(browser: string) {
  const pages = new Set<PageSurroundings>();
  let flag = '';
  return {
    storage: new IDBFactory(),
    locks: locksOf(browser),
    pages,
    flagOf: (page: PageSurroundings) => ({
      isSet: () => flag !== '',
      set(newValue: 'unsent' | 'open' | '') {
        if (flag === newValue) return;
        flag = newValue;
        for (const other of pages) {
          const event = Object.assign(new Event('storage'), { newValue });
          if (other !== page) onPage(other, () => setImmediate(() => other.events.dispatchEvent(event)));
        }
      },
    }),
  };
}

async function openTab(
  name: string,
  { storage, locks, pages, flagOf }: ReturnType<typeof keepFor>,
  { base, site, code, history }: BrowserParts,
): Promise<Tab> {
  const surroundings: PageSurroundings = { storage, locks, events: new EventTarget(), unanswered: 0 };
  pages.add(surroundings);
  const flag = flagOf(surroundings);
  let model = code.emptyModel;
  let watched = '';
  let away: Absence | '' = '';

  function dispatch(change: Change): void {
    model = code.reduce(model, change);
    if (change.type === 'acknowledged') {
      const { conversation, entry } = change.answer;
      history.ok(change.outgoing.clientId, { conversationId: conversation.id, entryId: entry.id, seq: entry.seq });
    }
    if (change.type === 'refused') history.fail(change.clientId, change.code);
    if (model.isListed || model.outgoing.length > 0) flag.set(code.reasonToReturn(model));
    void opening.then((open) => open.look());
  }

  const idOf = (key: string) => model.conversations.find(({ id }) => id === (model.started[key] ?? key))?.id;

  /** What is watched and has never come is an empty view, and not none. */
  function onScreen(): Model['threads'] {
    const id = idOf(watched);
    return id ? { [id]: emptyThread } : {};
  }

  const { promise: opening, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<ClientCode['openDesk']>>>();
  onPage(surroundings, () =>
    code.openDesk({
      base,
      site,
      protocol,
      locale: 'es',
      // What is loaded later shows who writes; nobody does here.
      load: () => Promise.reject(new Error('nothing more is loaded')),
      flag,
      model: () => model,
      dispatch,
      onScreen: () => (away === 'hidden' ? undefined : idOf(watched)),
      isAtEnd: () => true,
      // Nobody signs out here.
      gone() {},
    }),
  ).then(resolve, reject);
  const desk = await opening;

  const tell = (event: string) =>
    onPage(surroundings, () => surroundings.events.dispatchEvent(Object.assign(new Event(event), { persisted: true })));

  /** Looks again until it holds; false when it did not for long. */
  async function until(holds: () => boolean): Promise<boolean> {
    for (let times = 0; times < patience.times && !holds(); times++) await pause(patience.ms);
    return holds();
  }

  const linesOf = (id: ConversationId) => model.threads[id]?.entries ?? [];

  async function readAll(id: ConversationId): Promise<void> {
    watched = id;
    desk.look();
    const last = () => model.conversations.find((one) => one.id === id)?.lastSeq ?? 0;
    if (!(await until(() => (linesOf(id).at(-1)?.seq ?? 0) >= last()))) return;
    for (let first = linesOf(id)[0]?.seq ?? 1; first > 1; ) {
      const isDone = await desk.wish('conversation:sync', { conversationId: id, afterSeq: 0, beforeSeq: first });
      const earlier = linesOf(id)[0]?.seq ?? 1;
      if (!isDone || earlier === first) return;
      first = earlier;
    }
  }

  function lookAt(): void {
    desk.look();
    onPage(surroundings, desk.hurry);
  }

  return {
    name,
    model: () => model,
    lookAt,
    isQuiet: () => model.link === 'online' && model.outgoing.length === 0 && surroundings.unanswered === 0,
    isAway: () => away !== '',
    async goAway(how, isOver) {
      away = how;
      if (how !== 'hidden') tell(how === 'frozen' ? 'pagehide' : 'offline');
      await isOver;
      away = '';
      if (how === 'hidden') lookAt();
      else tell(how === 'frozen' ? 'pageshow' : 'online');
    },
    open: () => onPage(surroundings, desk.reconnect),
    readAll,
    token: desk.token,
    begin: code.newClientId,
    async write(key, body) {
      const conversationId: ConversationId | '' = idOf(key) ?? '';
      const clientId = code.newClientId();
      const written = history.invoke({ page: name, clientId, kind: 'message', body, key });
      const target = { conversationId, startId: conversationId === '' ? key : '' };
      await onPage(surroundings, () =>
        desk.write({ ...target, clientId, body, files: [], context, writtenAt: Date.now(), refusal: '' }),
      );
      written.isTaken = true;
    },
    watch(key) {
      watched = key;
      desk.look();
    },
    askTicket: (conversationId) => desk.wish('ticket:ask', { conversationId }),
    giveAddress: (conversationId, address) => desk.wish('address:give', { conversationId, address }),
    views: (isWhole) =>
      Object.entries({ ...onScreen(), ...model.threads }).map(([conversationId, { entries }]) => ({
        page: name,
        conversationId,
        stream: 'public' as const,
        isWhole,
        lines: entries.map(({ seq, id, body }) => ({ seq, id, body })),
      })),
    close() {
      pages.delete(surroundings);
      onPage(surroundings, desk.stop);
    },
  };
}
