import type { IncidentTexts } from './texts.ts';

export const texts: IncidentTexts = {
  title: 'Aviso',
  updated: 'Actualizado {when}',
  hide: 'Quitar el aviso',
};
