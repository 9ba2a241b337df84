import type { FileRef } from '@ventanilla/shared/entities/file';
import { emptyThread, lastSeq } from '@ventanilla/shared/state/thread';
import type { LinkedTicket } from '@ventanilla/shared/wire/ticket-link';
import type { SentAnswer } from '@ventanilla/shared/wire/visitor';
import { now } from '../clock.ts';
import { backOffMs } from '../connection/back-off.ts';
import { contextCard } from '../connection/context-card.ts';
import { chance, newClientId } from '../ids.ts';
import { emptyModel, type Model, type Outgoing } from '../model/model.ts';
import { type Change, reduce } from '../model/reduce.ts';
import { ask } from './link-door.ts';

const waitMs = 25_000;

export interface LinkState {
  /** `expired`: this link opens nothing, and will not. */
  phase: 'opening' | 'open' | 'expired';
  /** Nobody answers. */
  isLost: boolean;
  linked: LinkedTicket | undefined;
  /** Number of the ticket that was made of what was written after this one was closed (TK4); '' before. */
  followUp: string;
  model: Model;
}

/** One ticket, for as long as its page is looked at: what is said there, and what is written here, in order and once (DL1). */
export function openLinkDesk(secret: string, changed: () => void) {
  let state: LinkState = { phase: 'opening', isLost: false, linked: undefined, followUp: '', model: emptyModel };
  let failures = 0;
  let isSending = false;
  let position = 0;

  function set(change: Partial<LinkState>): void {
    state = { ...state, ...change };
    changed();
  }

  function dispatch(change: Change): void {
    set({ model: reduce(state.model, change) });
  }

  const known = () => state.model.conversations[0];

  async function look(): Promise<void> {
    const conversation = known();
    const afterSeq = conversation ? lastSeq(state.model.threads[conversation.id] ?? emptyThread) : 0;
    const more = conversation ? { waitMs, knownVersion: conversation.version } : {};
    const answer = await ask('ticketLink:open', { secret, afterSeq, ...more });
    if (answer.ok) {
      const { data: linked } = answer;
      dispatch({ type: 'synced', answer: linked });
      set({ phase: 'open', isLost: false, linked });
      failures = 0;
      void flush();
    } else if (answer.error.code === 'link_expired' || answer.error.code === 'invalid') {
      set({ phase: 'expired' });
    } else throw new Error(answer.error.code);
  }

  /** Asks and waits for as long as somebody looks at the page; whoever does not look has not read. */
  async function watch(): Promise<void> {
    while (state.phase !== 'expired') {
      await visible();
      await look().catch(async () => {
        set({ isLost: true });
        failures += 1;
        await new Promise((resolve) => setTimeout(resolve, 1_000 + backOffMs(failures, chance())));
      });
    }
  }

  /** In the order in which it was written; what was not acknowledged is sent again with the same id. */
  async function flush(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (;;) {
      const next = state.model.outgoing.find(({ refusal }) => refusal === '');
      if (!next) break;
      const { clientId, body, files = [] } = next;
      const fileIds = files.map(({ id }) => id);
      const answer = await ask('ticketLink:send', { secret, clientId, body, fileIds }).catch(() => undefined);
      if (!answer) {
        set({ isLost: true });
        break;
      }
      if (answer.ok) settle(next, answer.data);
      else dispatch({ type: 'refused', clientId, code: answer.error.code });
    }
    isSending = false;
  }

  /** Stored here, or in what goes on from here: that is another ticket, and not this link's to open. */
  function settle(outgoing: Outgoing, answer: SentAnswer): void {
    const { id, ticket } = answer.conversation;
    if (id === outgoing.conversationId) {
      dispatch({ type: 'acknowledged', outgoing, answer });
    } else {
      dispatch({ type: 'discarded', clientId: outgoing.clientId });
      set({ followUp: ticket?.number ?? '' });
    }
  }

  return {
    state: () => state,
    watch,
    write(body: string, files: FileRef[]): void {
      const conversation = known();
      if (!conversation) return;
      position += 1;
      const outgoing = {
        position,
        clientId: newClientId(),
        startId: '',
        conversationId: conversation.id,
        body,
        files,
        context: contextCard(),
        writtenAt: now(),
        refusal: '' as const,
      };
      dispatch({ type: 'written', outgoing });
      void flush();
    },
    retry(clientId: string): void {
      const refused = state.model.outgoing.find((one) => one.clientId === clientId);
      if (refused) dispatch({ type: 'retried', outgoing: { ...refused, refusal: '' } });
      void flush();
    },
    discard: (clientId: string) => dispatch({ type: 'discarded', clientId }),
    /** Files come and go with the same proof; never in an address. */
    request(path: string, query: Record<string, string>, init?: RequestInit): Promise<Response> {
      const search = new URLSearchParams({ site: state.linked?.site.key ?? '', ...query });
      const headers = { authorization: `Link ${secret}` };
      return fetch(`${path}?${search}`, { ...init, headers, credentials: 'omit' });
    },
  };
}

function visible(): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('visibilitychange', () => resolve(), { once: true });
  });
}
