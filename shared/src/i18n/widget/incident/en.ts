import type { IncidentTexts } from './texts.ts';

export const texts: IncidentTexts = {
  title: 'Notice',
  updated: 'Updated {when}',
  hide: 'Hide the notice',
};
