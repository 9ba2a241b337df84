import type { ConversationId } from '@ventanilla/shared/ids';
import { emptyThread, hasGap, lastSeq } from '@ventanilla/shared/state/thread';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { CommandInput } from '@ventanilla/shared/wire/contract';
import type { VisitorEvents } from '@ventanilla/shared/wire/visitor';
import { now } from '../clock.ts';
import { flagName, type LoadChunk } from '../embed.ts';
import { chance } from '../ids.ts';
import type { Model } from '../model/model.ts';
import type { Change } from '../model/reduce.ts';
import { createCatchUp } from './catch-up.ts';
import { type Door, Unreachable } from './door.ts';
import type { createFlag } from './flag.ts';
import { httpDoor } from './http-door.ts';
import { createLink } from './link.ts';
import { createOutbox } from './outbox.ts';
import { createSession } from './session.ts';
import type { Sharing } from './sharing.ts';
import { socketDoor } from './socket-door.ts';
import { openStore } from './store.ts';
import type { Typing } from './typing.ts';

/** Commands for one conversation that are answered with it; `conversation:sync` for what lies before the lines that are here. */
export type Wish =
  | 'conversation:sync'
  | 'conversation:confirm'
  | 'conversation:withdraw'
  | 'conversation:rate'
  | 'ticket:ask'
  | 'address:give'
  | 'attributes:set';

const pollMs = 25_000;
const idlePollMs = 2_000;
const sharingMs = 3_000;

export interface DeskParts {
  /** Address of the server, with the slash. */
  base: string;
  site: string;
  protocol: number;
  load: LoadChunk;
  locale: Locale;
  flag: ReturnType<typeof createFlag>;
  model(): Model;
  dispatch(change: Change): void;
  /** The conversation on screen, if its words can be seen now. */
  onScreen(): ConversationId | undefined;
  /** Its last lines are in sight. */
  isAtEnd(): boolean;
  /** Another tab has forgotten this visitor. */
  gone(): void;
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A visitor who has something to say or to hear: opens storage, brings back what waits, connects. */
export async function openDesk({
  base,
  site,
  protocol,
  load,
  locale,
  flag,
  model,
  dispatch,
  onScreen,
  isAtEnd,
  gone,
}: DeskParts) {
  const store = await openStore(site);
  if (!store.isDurable) dispatch({ type: 'storageBlocked' });
  const session = createSession(store, httpDoor(base, site), (other) => {
    if (!other) flag.set('');
    gone();
  });
  const name = flagName(site);
  const token = async () => (await session.get()).token;
  let sharing: Promise<Sharing> | undefined;

  const listeners: Partial<VisitorEvents> = {
    'entry:added': (event) => dispatch({ type: 'entryAdded', ...event }),
    'conversation:changed': (event) => dispatch({ type: 'conversationChanged', ...event }),
    'conversation:read': ({ conversationId, agentReadSeq, readSeq }) => {
      dispatch({ type: 'agentRead', conversationId, seq: agentReadSeq });
      dispatch({ type: 'read', conversationId, seq: readSeq });
    },
    'queue:moved': ({ conversationId, ...place }) => dispatch({ type: 'placed', conversationId, place }),
    'typing:changed': ({ conversationId, authorName, isTyping }) =>
      writing((both) => both.hear(conversationId, isTyping ? authorName : '')),
  };

  const link = createLink({
    async openSocket(onLost) {
      // A page that is not on the site's list may not read the answer to its request: only a socket says why.
      const known = await token().catch((error: Unreachable) => {
        if (error.refusal) throw error;
        return '';
      });
      const door = socketDoor(base, onLost, listeners);
      await door.open({ token: known, site, protocol });
      return door;
    },
    openHttp: async () => httpDoor(base, site, await token()),
    onOpen: greet,
    async poll(door) {
      const id = onScreen() ?? model().conversations[0]?.id;
      const version = model().conversations.find((one) => one.id === id)?.version;
      if (!id) return new Promise((resolve) => setTimeout(resolve, idlePollMs));
      const [answer] = await Promise.all([
        ask(door, id, { waitMs: pollMs, knownVersion: version ?? 0 }),
        checkPlace(id),
      ]);
      if (!answer.ok) throw new Unreachable(answer.error.code === 'unauthenticated' ? answer.error : undefined);
    },
    renew: session.renew,
    onState(state, refusal) {
      dispatch({ type: 'link', link: state, at: now(), ...(refusal && { refusal }) });
      // Not before what brought the visitor here is done: then there is time to look for other tabs.
      if (state === 'online')
        sharing ??= new Promise((resolve) => setTimeout(resolve, sharingMs))
          .then(() => load('sharing'))
          .then(({ createSharing }) => createSharing({ name, listeners, token, ...link }));
      sharing?.then((others) => others.heed(state)).catch(() => {});
    },
    chance,
  });
  const outbox = createOutbox({
    name,
    store,
    door: link.door,
    dispatch,
    locale,
  });
  const { ask, catchUp } = createCatchUp(link.door, model, dispatch, chance);
  let typing: Promise<Typing<ConversationId>> | undefined;

  /** Who writes on either side, from the first key on; where it cannot be loaded nobody misses it. */
  function writing(act: (both: Typing<ConversationId>) => void): void {
    typing ??= load('typing').then(({ createTyping }) =>
      createTyping(
        (conversationId, isTyping) =>
          void link
            .door()
            ?.call('typing:show', { conversationId, isTyping })
            .catch(() => {}),
        (conversationId, name) => dispatch({ type: 'writing', conversationId, name }),
      ),
    );
    typing.then(act).catch(() => {
      typing = undefined;
    });
  }

  async function greet(door: Door): Promise<void> {
    void outbox.flush();
    const answer = await door.call('conversation:list', {});
    if (!answer.ok) throw new Unreachable(answer.error);
    const { conversations } = answer.data;
    const isBehind = conversations.some(({ id, lastSeq: last }) => last < lastSeq(model().threads[id] ?? emptyThread));
    dispatch({ type: 'listed', conversations, isBehind });
    for (const { id, lastSeq: last, readSeq } of conversations) {
      if (last > readSeq && !model().threads[id]) void catchUp(id);
      void checkPlace(id);
    }
    look();
  }

  /** A socket tells of moves; this asks where it began. */
  async function checkPlace(conversationId: ConversationId): Promise<void> {
    if (model().conversations.find(({ id }) => id === conversationId)?.state !== 'queued') return;
    const answer = await link
      .door()
      ?.call('queue:check', { conversationId })
      .catch(() => undefined);
    if (answer?.ok) dispatch({ type: 'placed', conversationId, place: answer.data });
  }

  /** After every change: closes gaps, loads what is on screen, and tells the server what has been read (DL8). */
  function look(): void {
    for (const [id, thread] of Object.entries(model().threads)) if (hasGap(thread)) void catchUp(id as ConversationId);
    const id = onScreen();
    const conversation = model().conversations.find((one) => one.id === id);
    if (!id || !conversation) return;
    const thread = model().threads[id] ?? emptyThread;
    if (thread.entries.length === 0) void catchUp(id);
    const seq = lastSeq(thread);
    if (!isAtEnd() || seq <= conversation.readSeq) return;
    dispatch({ type: 'read', conversationId: id, seq });
    link
      .door()
      ?.call('message:read', { conversationId: id, seq })
      .catch(() => {});
  }

  const leave = () => link.stop();
  const comeBack = ({ persisted }: PageTransitionEvent) => persisted && link.start();
  /** Another tab has words to send: it may be gone, or without a line, before they are. Or it has nothing to come back for. */
  const help = ({ newValue }: StorageEvent) =>
    newValue === 'unsent' ? outbox.flush() : newValue || session.known().catch(() => {});
  function heedPage(begin: typeof addEventListener): void {
    begin('pagehide', leave);
    begin('pageshow', comeBack);
    begin('online', link.hurry);
    begin('storage', help);
  }
  heedPage(addEventListener);

  const hasUnsent = await outbox.restore();
  if (hasUnsent || (await session.known())) link.start();
  // What could not be read may be waiting all the same.
  else if (store.isDurable) flag.set('');

  return {
    look,
    /** The page is looked at again: timers may have slept, the line may be dead (delivery within 8 s of becoming visible). */
    hurry: link.hurry,
    reconnect: link.start,
    /** The visitor's token is another one: what is open was opened with the one before. */
    reopen(): void {
      link.stop();
      link.start();
    },
    token,
    async write(draft: Parameters<typeof outbox.write>[0]): Promise<void> {
      await outbox.write(draft);
      // Told to other tabs also when something waits already: they hear only of what changes.
      flag.set('open');
      flag.set('unsent');
      link.start();
      void outbox.flush();
    },
    async retry(clientId: string, startId?: string): Promise<void> {
      await outbox.retry(clientId, startId);
      void outbox.flush();
    },
    discard: outbox.discard,
    type: (id: ConversationId) => writing((both) => both.type(id)),
    rest: () => void typing?.then((both) => both.rest()),
    /** A wish of the visitor's for one conversation; resolves to whether the server has done it. */
    async wish<N extends Wish>(name: N, input: CommandInput<N>): Promise<boolean> {
      const answer = await link
        .door()
        ?.call(name, input)
        .catch(() => undefined);
      if (answer?.ok) dispatch({ type: 'conversationChanged', ...answer.data });
      return answer?.ok ?? false;
    },
    flush: outbox.flush,
    stop(): void {
      void typing?.then((both) => both.stop());
      void sharing?.then((others) => others.stop()).catch(() => {});
      outbox.stop();
      link.stop();
      heedPage(removeEventListener);
    },
  };
}
