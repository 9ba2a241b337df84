import type { ConversationId } from '@ventanilla/shared/ids';
import { protocol } from '@ventanilla/shared/wire/version';
import { IDBFactory } from 'fake-indexeddb';
import type { Model } from '../../widget/src/model/model.ts';
import type { Change } from '../../widget/src/model/reduce.ts';
import type { ClientCode } from './client-code.ts';
import type { View } from './evidence.ts';
import type { History } from './history.ts';

/** No page here is hidden, shown again, or told by its machine that there is no network. */
Object.assign(globalThis, { addEventListener() {}, removeEventListener() {} });

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
  views(): View[];
  close(): void;
}

export interface BrowserParts {
  name: string;
  base: string;
  site: string;
  code: ClientCode;
  history: History;
}

/** A visitor's browser: one storage, some tabs. */
export function openBrowser(parts: BrowserParts): Browser {
  const storage = new IDBFactory();
  let opened = 0;
  const browser: Browser = {
    name: parts.name,
    tabs: [],
    async openTab() {
      opened += 1;
      const tab = await openTab(`${parts.name}.${opened}`, storage, parts);
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

async function openTab(name: string, storage: IDBFactory, { base, site, code, history }: BrowserParts): Promise<Tab> {
  let model = code.emptyModel;
  let watched = '';
  const kept = new Map<string, string>();

  function dispatch(change: Change): void {
    model = code.reduce(model, change);
    if (change.type === 'acknowledged') {
      const { conversation, entry } = change.answer;
      history.ok(change.outgoing.clientId, { conversationId: conversation.id, entryId: entry.id, seq: entry.seq });
    }
    if (change.type === 'refused') history.fail(change.clientId, change.code);
    void opening.then((open) => open.look());
  }

  const idOf = (key: string) => model.conversations.find(({ id }) => id === (model.started[key] ?? key))?.id;

  // The desk looks up its storage at once, before it waits for anything: pages of several browsers share this process.
  const { promise: opening, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<ClientCode['openDesk']>>>();
  globalThis.indexedDB = storage as unknown as typeof indexedDB;
  code
    .openDesk({
      base,
      site,
      protocol,
      locale: 'es',
      // What is loaded later shows who writes; nobody does here.
      load: () => Promise.reject(new Error('nothing more is loaded')),
      flag: {
        isSet: () => kept.has('flag'),
        set: (value) => void (value === '' ? kept.delete('flag') : kept.set('flag', value)),
      },
      model: () => model,
      dispatch,
      onScreen: () => idOf(watched),
    })
    .then(resolve, reject);
  const desk = await opening;

  return {
    name,
    model: () => model,
    begin: code.newClientId,
    async write(key, body) {
      const conversationId: ConversationId | '' = idOf(key) ?? '';
      const clientId = code.newClientId();
      const written = history.invoke({ page: name, clientId, kind: 'message', body, key });
      const target = { conversationId, startId: conversationId === '' ? key : '' };
      await desk.write({ ...target, clientId, body, files: [], context, writtenAt: Date.now(), refusal: '' });
      written.isTaken = true;
    },
    watch(key) {
      watched = key;
      desk.look();
    },
    askTicket: (conversationId) => desk.wish('ticket:ask', { conversationId }),
    views: () =>
      Object.entries(model.threads).map(([conversationId, { entries }]) => ({
        page: name,
        conversationId,
        stream: 'public' as const,
        lines: entries.map(({ seq, id, body }) => ({ seq, id, body })),
      })),
    close: () => desk.stop(),
  };
}
