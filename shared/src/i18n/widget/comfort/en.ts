import type { ComfortTexts } from './texts.ts';

export const texts: ComfortTexts = {
  menu: 'More options',
  keepCopy: 'Keep a copy',
  sound: 'Sound when an answer arrives',
  end: 'End the conversation',
  notDone: 'That did not work. Please try again.',

  reconnecting: 'Connecting again… Keep writing.',
  away: 'We cannot reach the server: it may be updating. What you write waits here and leaves by itself.',

  toEnd: 'Go to the end',
  newsOne: '1 new message',
  newsMany: '{count} new messages',
};
