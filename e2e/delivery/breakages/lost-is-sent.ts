import type { Ack } from '@ventanilla/shared/wire/errors';
import type { SentAnswer } from '@ventanilla/shared/wire/visitor';
import type { Door } from '../../../widget/src/connection/door.ts';
import * as whole from '../../../widget/src/connection/outbox.ts';

export const createOutbox: typeof whole.createOutbox = (parts) => {
  let last: SentAnswer | undefined;
  return whole.createOutbox({
    ...parts,
    door() {
      const door = parts.door();
      if (!door) return undefined;
      const call = (async (name: string, input: { clientId: string; body: string }) => {
        const answer = (await door
          .call(name as 'message:send', input as never)
          .catch((error: unknown) => made(last, input, error))) as Ack<SentAnswer>;
        if (answer.ok) last = answer.data;
        return answer;
      }) as Door['call'];
      return { ...door, call };
    },
  });
};

/** What the answer would have been, had it come. */
function made(last: SentAnswer | undefined, said: { clientId: string; body: string }, error: unknown): Ack<SentAnswer> {
  if (!last) throw error;
  const { conversation, entry } = last;
  return { ok: true, data: { conversation, entry: { ...entry, ...said, seq: entry.seq + 1 } } };
}
