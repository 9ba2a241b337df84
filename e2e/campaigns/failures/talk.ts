import type { ConversationId } from '@ventanilla/shared/ids';
import { type Caller, type Desk, newClientId } from '../../fixtures/desk.ts';

interface Sent {
  clientId: string;
  body: string;
  isAcknowledged: boolean;
}

interface Talker {
  caller: Caller;
  conversationId: ConversationId;
  sent: Sent[];
  /** In the order in which they were. */
  acknowledged: string[];
}

/** What must be 0, and what must not. */
export interface Tally {
  acknowledged: number;
  /** Answers that refused, by what they said. */
  refused: Record<string, number>;
  /** Requests whose connection went away: sent again, like what was refused. */
  unanswered: number;
  neverAcknowledged: number;
  acknowledgedButLost: number;
  storedTwice: number;
  gaps: number;
  disordered: number;
}

/** Visitors who write all at once, with a book of what was acknowledged. */
export interface Talk {
  /** Everybody writes this many lines, one after the other; a refusal ends nobody's turn. */
  say(lines: number, length: number): Promise<void>;
  /** Whatever was not acknowledged is sent again, under the same ids. */
  sayAgain(): Promise<void>;
  /** Reads everything back as an agent. */
  count(): Promise<Tally>;
}

export async function startTalk(desk: Desk, visitors: number): Promise<Talk> {
  const talkers = await Promise.all(Array.from({ length: visitors }, () => begin(desk)));
  const refused: Record<string, number> = {};
  let unanswered = 0;

  async function send({ caller, conversationId, acknowledged }: Talker, said: Sent): Promise<void> {
    try {
      await caller.call('message:send', { conversationId, clientId: said.clientId, body: said.body });
      said.isAcknowledged = true;
      acknowledged.push(said.body);
    } catch (error) {
      if (error instanceof TypeError) {
        unanswered += 1;
        return;
      }
      const why = error instanceof Error ? error.message : String(error);
      refused[why] = (refused[why] ?? 0) + 1;
    }
  }

  return {
    async say(lines, length) {
      await Promise.all(
        talkers.map(async (talker) => {
          for (let i = 0; i < lines; i++) {
            const body = `${talker.sent.length} ${'x'.repeat(length)}`;
            const said = { clientId: newClientId(), body, isAcknowledged: false };
            talker.sent.push(said);
            await send(talker, said);
          }
        }),
      );
    },
    async sayAgain() {
      for (let attempt = 0; attempt < 3; attempt++) {
        for (const talker of talkers) {
          for (const said of talker.sent) if (!said.isAcknowledged) await send(talker, said);
        }
      }
    },
    async count() {
      const tally: Tally = {
        acknowledged: 0,
        refused,
        unanswered,
        neverAcknowledged: 0,
        acknowledgedButLost: 0,
        storedTwice: 0,
        gaps: 0,
        disordered: 0,
      };
      for (const { conversationId, sent, acknowledged } of talkers) {
        const entries = await everything(desk, conversationId);
        const stored = entries.map(({ body }) => body);
        for (const { body, isAcknowledged } of sent) {
          const times = stored.filter((one) => one === body).length;
          if (isAcknowledged) tally.acknowledged += 1;
          else tally.neverAcknowledged += 1;
          if (isAcknowledged && times === 0) tally.acknowledgedButLost += 1;
          if (times > 1) tally.storedTwice += 1;
        }
        tally.gaps += entries.filter(({ seq }, index) => seq !== index + 1).length;
        const places = acknowledged.map((body) => stored.indexOf(body));
        tally.disordered += places.filter((place, index) => place <= (places[index - 1] ?? -1)).length;
      }
      return tally;
    },
  };
}

async function begin(desk: Desk): Promise<Talker> {
  const caller = await desk.visitor();
  const first = { startId: newClientId(), clientId: newClientId(), body: 'Hola' };
  const { conversation } = await caller.call('conversation:start', first);
  return { caller, conversationId: conversation.id, sent: [], acknowledged: [] };
}

/** From the first line to the last, page by page from the end. */
async function everything(desk: Desk, conversationId: ConversationId) {
  const { entries: all } = await desk.call('entry:list', { conversationId });
  for (let first = all[0]; first && first.seq > 1; first = all[0]) {
    const { entries } = await desk.call('entry:list', { conversationId, beforeSeq: first.seq });
    if (entries.length === 0) break;
    all.unshift(...entries);
  }
  return all;
}
