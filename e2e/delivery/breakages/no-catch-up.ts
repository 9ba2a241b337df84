import * as whole from '../../../widget/src/connection/catch-up.ts';

export const createCatchUp: typeof whole.createCatchUp = (door, model, dispatch, chance) => {
  const { ask, catchUp } = whole.createCatchUp(door, model, dispatch, chance);
  return {
    ask,
    catchUp: async (id) => {
      if (!model().threads[id]?.entries.length) await catchUp(id);
    },
  };
};
