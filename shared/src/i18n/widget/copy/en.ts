import type { CopyTexts } from './texts.ts';

export const texts: CopyTexts = {
  preparing: 'Preparing the copy…',
  kept: 'The copy is among your downloads.',
  notKept: 'It could not be kept. Please try again.',

  fileName: 'Conversation {name}',
  title: 'Conversation with {site}',
  asOf: 'Copy of {when} ({zone} time)',
  file: 'File: {name}',
};
