import * as whole from '../../../widget/src/connection/catch-up.ts';

export const createCatchUp: typeof whole.createCatchUp = (door, model, dispatch) => {
  const { ask, catchUp } = whole.createCatchUp(door, model, dispatch);
  return {
    ask,
    catchUp: async (id) => {
      if (!model().threads[id]?.entries.length) await catchUp(id);
    },
  };
};
