import * as whole from '../../../widget/src/connection/outbox.ts';

export const createOutbox: typeof whole.createOutbox = (parts) =>
  whole.createOutbox({ ...parts, store: { ...parts.store, waiting: async () => [] } });
