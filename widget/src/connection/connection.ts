import type { FileRef } from '@ventanilla/shared/entities/file';
import type { ConversationId } from '@ventanilla/shared/ids';
import type { CommandInput } from '@ventanilla/shared/wire/contract';
import { now } from '../clock.ts';
import { baseOf, type Embed, flagName, mustBeThere } from '../embed.ts';
import { newClientId } from '../ids.ts';
import { emptyModel, type Model } from '../model/model.ts';
import { type Change, reduce } from '../model/reduce.ts';
import { reasonToReturn, unreadCount } from '../model/unread.ts';
import { contextCard } from './context-card.ts';
import { type Desk, openDesk, type Wish } from './desk.ts';
import { Unreachable } from './door.ts';
import { createFlag } from './flag.ts';
import { httpDoor } from './http-door.ts';
import { isKnown, openStore } from './store.ts';

/** What the page's calls work with where there is nothing to connect for. */
export const means = { httpDoor, isKnown, openStore, Unreachable };

/** What the panel knows of the server: a model that changes, and a few things to say. `key` is a conversation's id or start id. */
export interface Connection {
  model(): Model;
  subscribe(listener: () => void): () => void;
  /** The key of a new conversation: nothing is made before the first word. */
  begin(): string;
  write(key: string, body: string, files: FileRef[]): Promise<void>;
  /** Over HTTP, as this visitor: what a socket does not carry. */
  request(path: string, query: Record<string, string>, init?: RequestInit): Promise<Response>;
  /** This visitor's, if they have written; else ''. */
  token(): Promise<string>;
  /** With a start id it goes into that new conversation instead: under the same client id, so that it is stored once (DL1). */
  retry(clientId: string, startId?: string): Promise<void>;
  discard(clientId: string): Promise<void>;
  /** Something is being written in it, or no longer. */
  type(key: string, isTyping: boolean): void;
  /** Resolves to whether the server has done it. */
  wish<N extends Wish>(name: N, input: CommandInput<N>): Promise<boolean>;
  /** This conversation is on screen ('' for none): loaded, kept up to date and read. */
  watch(key: string): void;
  /** Whether its end is in sight: what is below the fold has not been read (DL8). */
  reach(isEnd: boolean): void;
  /** Tries again at once. */
  reconnect(): void;
  /** Connects if somebody has been here before, even if nothing of theirs is open. */
  recall(): Promise<void>;
  /** What a visitor has left here; a visitor who never wrote has none. */
  desk(): Promise<Desk> | undefined;
  /** Nothing of this visitor is left on this page: whoever connects next may be somebody else. */
  end(): Promise<void>;
}

/** One for each widget, whoever asks first. */
export function connect(embed: Embed): Promise<Connection> {
  mustBeThere(embed);
  embed.connection ??= create(embed);
  return embed.connection;
}

async function create(embed: Embed): Promise<Connection> {
  const { config, root } = embed;
  const [, site, , , , , , protocol] = config;
  const flag = createFlag(flagName(site));
  const listeners = new Set<() => void>();
  let model: Model = emptyModel;
  let watched = '';
  let isAtEnd = true;
  let desk: Promise<Desk> | undefined;

  let badge: Promise<(model: Model) => void> | undefined;

  /** The badge comes with the first answer that nobody has read. */
  function showUnread(before: Model): void {
    if (unreadCount(model) > 0) badge ??= embed.load('badge').then(({ createBadge }) => createBadge(embed, before));
    badge
      ?.then((show) => show(model))
      .catch(() => {
        badge = undefined;
      });
  }

  function dispatch(change: Change): void {
    const before = model;
    model = reduce(before, change);
    embed.tell?.(before, model);
    for (const listener of listeners) listener();
    showUnread(before);
    if (model.isListed || model.outgoing.length > 0) flag.set(reasonToReturn(model));
    look();
  }

  /** What the server calls it; undefined until it knows of it. */
  function idOf(key: string): ConversationId | undefined {
    return model.conversations.find(({ id }) => id === (model.started[key] ?? key))?.id;
  }

  function onScreen(): ConversationId | undefined {
    return document.visibilityState === 'visible' ? idOf(watched) : undefined;
  }

  /** Before the first word there is nothing to open: even looking into the database would make one (PR1). */
  function wake(): Promise<Desk> {
    desk ??= openDesk({
      base: baseOf(embed),
      site,
      protocol,
      load: embed.load,
      locale: embed.locale,
      flag,
      model: () => model,
      dispatch,
      onScreen,
      isAtEnd: () => isAtEnd,
      gone: end,
    });
    return desk;
  }

  const look = () => void desk?.then((open) => open.look());
  const seen = () => {
    embed.arrive?.();
    void desk?.then((open) => {
      open.look();
      if (document.visibilityState === 'visible') open.hurry();
    });
  };
  const hindered = (event: SecurityPolicyViolationEvent) =>
    void embed.load('policy').then((policy) => policy.heed(site, event));
  function heedDocument(begin: 'addEventListener' | 'removeEventListener'): void {
    document[begin]('visibilitychange', seen);
    document[begin]('securitypolicyviolation', hindered as EventListener);
  }
  heedDocument('addEventListener');

  async function close(): Promise<void> {
    heedDocument('removeEventListener');
    (await desk)?.stop();
  }
  root.host.addEventListener('destroy', close);

  async function end(): Promise<void> {
    await close();
    model = emptyModel;
    showUnread(model);
    delete embed.connection;
    delete embed.vouched;
    delete embed.said;
    embed.panel?.forget();
  }

  if (flag.isSet()) void wake();

  return {
    model: () => model,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: newClientId,
    async write(key, body, files) {
      const conversationId: ConversationId | '' = idOf(key) ?? '';
      const target = { conversationId, startId: conversationId === '' ? key : '' };
      const draft = {
        ...target,
        clientId: newClientId(),
        body,
        files,
        context: { ...contextCard(), ...embed.said },
        writtenAt: now(),
        refusal: '' as const,
      };
      const open = await wake();
      open.rest();
      await open.write(draft);
    },
    type(key, isTyping) {
      const id = idOf(key);
      if (id) void desk?.then((open) => (isTyping ? open.type(id) : open.rest()));
    },
    wish: async (name, input) => (await wake()).wish(name, input),
    async request(path, query, init) {
      const url = new URL(`.${path}`, baseOf(embed));
      url.search = String(new URLSearchParams({ site, ...query }));
      const headers = { authorization: `Bearer ${await (await wake()).token()}` };
      return fetch(url, { ...init, headers, credentials: 'omit' });
    },
    token: async () => (desk ? (await desk).token() : ''),
    retry: async (clientId, startId) => (await wake()).retry(clientId, startId),
    discard: async (clientId) => (await wake()).discard(clientId),
    watch(key) {
      watched = key;
      look();
    },
    reach(isEnd) {
      if (isEnd === isAtEnd) return;
      isAtEnd = isEnd;
      look();
    },
    reconnect: () => void desk?.then((open) => open.reconnect()),
    async recall() {
      if (flag.isSet() || (await isKnown(site))) await wake();
    },
    desk: () => desk,
    end,
  };
}
