import type { Door } from '../../../widget/src/connection/door.ts';
import * as whole from '../../../widget/src/connection/outbox.ts';

export const createOutbox: typeof whole.createOutbox = (parts) =>
  whole.createOutbox({
    ...parts,
    door() {
      const door = parts.door();
      if (!door) return undefined;
      const call = (async (name: string, input: { clientId: string }) => {
        const answer = door.call(name as 'message:send', input as never);
        const sent = (await parts.store.waiting()).filter(({ clientId }) => clientId === input.clientId);
        await parts.store.settle(
          sent.map(({ position }) => position),
          [],
        );
        return answer;
      }) as Door['call'];
      return { ...door, call };
    },
  });
