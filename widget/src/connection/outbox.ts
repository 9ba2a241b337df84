import type { ConversationId } from '@ventanilla/shared/ids';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { Ack, ErrorCode, WireError } from '@ventanilla/shared/wire/errors';
import type { SentAnswer } from '@ventanilla/shared/wire/visitor';
import type { Outgoing } from '../model/model.ts';
import type { Change } from '../model/reduce.ts';
import { type Door, Unreachable } from './door.ts';
import type { Store } from './store.ts';

/** The server could not take it now; the same words may pass later. */
const passing = new Set<ErrorCode>([
  'unavailable',
  'internal',
  'rate_limited',
  'unauthenticated',
  'unsupported_protocol',
]);
const pauseMs = 3_000;

export interface OutboxParts {
  store: Store;
  door(): Door | undefined;
  dispatch(change: Change): void;
  locale: Locale;
}

/** One order, one at a time, and nothing leaves before its acknowledgement (DL6). */
export function createOutbox({ store, door, dispatch, locale }: OutboxParts) {
  let queue: Outgoing[] = [];
  let run: Promise<void> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** Positions of what could not be stored: below all others, since none of those comes later. */
  let unkept = 0;

  const next = () => queue.find(({ refusal }) => refusal === '');

  function flush(): Promise<void> {
    clearTimeout(pause);
    run ??= sendAll().finally(() => {
      run = undefined;
    });
    return run;
  }

  async function sendAll(): Promise<void> {
    for (let outgoing = next(); outgoing; outgoing = next()) {
      const open = door();
      if (!open) return;
      try {
        const answer = await send(open, outgoing);
        if (answer.ok) await settle(outgoing, answer.data);
        else if (passing.has(answer.error.code)) return wait(answer.error);
        else await refuse(outgoing, answer.error.code);
      } catch (error) {
        if (error instanceof Unreachable) return;
        throw error;
      }
    }
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
    /** Brings back what an earlier page left. */
    async restore(): Promise<boolean> {
      queue = await store.waiting();
      dispatch({ type: 'restored', outgoing: queue });
      return queue.length > 0;
    },
    async write(draft: Omit<Outgoing, 'position'>): Promise<void> {
      const outgoing = { ...draft, position: await add(draft) };
      queue.push(outgoing);
      dispatch({ type: 'written', outgoing });
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
