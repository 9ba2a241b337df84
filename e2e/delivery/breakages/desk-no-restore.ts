import * as whole from '../../../dashboard/src/remembered.ts';

export const { onRemembered, recall, remember } = whole;

export const rememberedNames: typeof whole.rememberedNames = () => [];
