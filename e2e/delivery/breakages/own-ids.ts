import * as whole from '../../../widget/src/connection/outbox.ts';
import { newClientId } from '../../../widget/src/ids.ts';

export const createOutbox: typeof whole.createOutbox = (parts) =>
  whole.createOutbox({
    ...parts,
    store: {
      ...parts.store,
      waiting: async () => (await parts.store.waiting()).map((one) => ({ ...one, clientId: newClientId() })),
    },
  });
