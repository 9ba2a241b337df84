import type { ConversationId } from '@ventanilla/shared/ids';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { Ack, ErrorCode, WireError } from '@ventanilla/shared/wire/errors';
import type { SentAnswer } from '@ventanilla/shared/wire/visitor';
import type { Outgoing } from '../model/model.ts';
import type { Change } from '../model/reduce.ts';
import { type Door, passing, Unreachable } from './door.ts';
import type { Store } from './store.ts';

const pauseMs = 3_000;
/** How long another tab may take to send what waits. */
const turnMs = 5_000;

export interface OutboxParts {
  /** Names this site's outbox among all that this browser keeps for the page's origin. */
  name: string;
  store: Store;
  door(): Door | undefined;
  dispatch(change: Change): void;
  locale: Locale;
}

/**
 * One order, one at a time, one tab at a time, and nothing leaves before its acknowledgement (DL6). Whichever tab has its
 * turn sends what all of them have stored.
 */
export function createOutbox({ name, store, door, dispatch, locale }: OutboxParts) {
  let queue: Outgoing[] = [];
  let run: Promise<void> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** Positions of what could not be stored: below all others, since none of those comes later. */
  let unkept = 0;

  const next = () => queue.find(({ refusal }) => refusal === '');

  /**
   * Not while another tab does, as far as the browser can see to it; one that goes away lets go by itself, and one without a
   * door does not stand in the way. The lock only saves sending twice, the server stores once all the same (DL1): so who has
   * waited long for a tab that sleeps, or whose line is dead, goes on without. Taking it away from the other would not stop
   * what that one is doing.
   */
  async function flush(): Promise<void> {
    clearTimeout(pause);
    if (!door()) return;
    const signal = AbortSignal.timeout(turnMs);
    // Waited too long, or a page without https, where there are no locks.
    run ??= (navigator.locks?.request(name, { signal }, takeTurn) ?? Promise.reject()).catch(takeTurn);
    await run;
  }

  async function takeTurn(): Promise<void> {
    try {
      for (;;) {
        await takeUp();
        const outgoing = next();
        const open = door();
        if (!outgoing || !open) return;
        const answer = await send(open, outgoing);
        if (answer.ok) await settle(outgoing, answer.data);
        else if (passing.has(answer.error.code)) return wait(answer.error);
        else await refuse(outgoing, answer.error.code);
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
    } finally {
      // Before the lock is back: what is written from now on takes a turn of its own.
      run = undefined;
    }
  }

  /**
   * What other tabs have stored, those that are gone as well. What is here stays until this page has its own answer, even
   * if another tab was quicker: only the answer says what has become of it, and asking again stores nothing twice (DL1).
   */
  async function takeUp(): Promise<void> {
    const kept = await store.waiting().catch(() => []);
    kept.forEach(put);
  }

  function put(outgoing: Outgoing): void {
    if (queue.some(({ position }) => position === outgoing.position)) return;
    queue.push(outgoing);
    dispatch({ type: 'written', outgoing });
  }

  function send(open: Door, outgoing: Outgoing): Promise<Ack<SentAnswer>> {
    const { conversationId, startId, clientId, body, context } = outgoing;
    // A page of an earlier version may have left one without files.
    const said = { clientId, body, fileIds: (outgoing.files ?? []).map(({ id }) => id) };
    return conversationId === ''
      ? open.call('conversation:start', { startId, ...said, locale, context })
      : open.call('message:send', { conversationId, ...said });
  }

  async function settle(outgoing: Outgoing, answer: SentAnswer): Promise<void> {
    const conversationId: ConversationId = answer.conversation.id;
    const joins = ({ startId, conversationId: known }: Outgoing) => known === '' && startId === outgoing.startId;
    queue = queue
      .filter(({ position }) => position !== outgoing.position)
      .map((one) => (joins(one) ? { ...one, conversationId } : one));
    await keep(
      [outgoing.position],
      queue.filter((one) => one.startId === outgoing.startId),
    );
    dispatch({ type: 'acknowledged', outgoing, answer });
  }

  async function refuse(outgoing: Outgoing, code: ErrorCode): Promise<void> {
    await change({ ...outgoing, refusal: code });
    dispatch({ type: 'refused', clientId: outgoing.clientId, code });
  }

  async function change(outgoing: Outgoing): Promise<void> {
    queue = queue.map((one) => (one.position === outgoing.position ? outgoing : one));
    await keep([], [outgoing]);
  }

  /** A disk that is full keeps nothing more: from here on this page is the only place. */
  async function add(draft: Omit<Outgoing, 'position'>): Promise<number> {
    try {
      return await store.add(draft);
    } catch {
      dispatch({ type: 'storageBlocked' });
      unkept -= 1;
      return unkept;
    }
  }

  /** What cannot be struck out is sent again by a later page, and stored once all the same (DL1). */
  async function keep(done: number[], changed: Outgoing[]): Promise<void> {
    const kept = changed.filter(({ position }) => position > 0);
    await store.settle(done, kept).catch(() => {});
  }

  function wait({ details }: WireError): void {
    pause = setTimeout(flush, Number(details?.retryAfterMs) || pauseMs);
  }

  return {
    flush,
    /** Brings back what waits here; resolves to whether anything does. */
    async restore(): Promise<boolean> {
      await takeUp();
      return queue.length > 0;
    },
    async write(draft: Omit<Outgoing, 'position'>): Promise<void> {
      put({ ...draft, position: await add(draft) });
    },
    async retry(clientId: string, startId?: string): Promise<void> {
      const known = queue.find((one) => one.clientId === clientId);
      if (!known) return;
      const outgoing: Outgoing = { ...known, refusal: '', ...(startId && { startId, conversationId: '' }) };
      await change(outgoing);
      dispatch({ type: 'retried', outgoing });
    },
    async discard(clientId: string): Promise<void> {
      const gone = queue.filter((one) => one.clientId === clientId);
      queue = queue.filter((one) => one.clientId !== clientId);
      await keep(
        gone.map(({ position }) => position),
        [],
      );
      dispatch({ type: 'discarded', clientId });
    },
    stop(): void {
      clearTimeout(pause);
    },
  };
}
