import type { Door } from '../../../widget/src/connection/door.ts';
import * as whole from '../../../widget/src/connection/outbox.ts';
import { newClientId } from '../../../widget/src/ids.ts';

export const createOutbox: typeof whole.createOutbox = (parts) => {
  const tried = new Set<string>();
  return whole.createOutbox({
    ...parts,
    door() {
      const door = parts.door();
      if (!door) return undefined;
      const call = ((name: string, input: { clientId: string }) => {
        const clientId = tried.has(input.clientId) ? newClientId() : input.clientId;
        tried.add(input.clientId);
        return door.call(name as 'message:send', { ...input, clientId } as never);
      }) as Door['call'];
      return { ...door, call };
    },
  });
};
