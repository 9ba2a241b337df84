import type { TicketPageTexts } from './es.ts';

/** The page behind a ticket's link; `{…}` are slots for values. */
export const ticketPageEn: TicketPageTexts = {
  opening: 'Opening your question…',
  failed: 'We cannot open your question now. We try again in a few seconds.',
  lost: 'No connection. What you write leaves when it is back: do not close this page.',
  ticket: 'Question {number}',
  followedUp: 'What you wrote is now question {number}. We send you its link by mail.',
  welcome: 'Open your question',
  welcomeHint: 'We send a link to the address that you left us.',
  expired: 'This link opens nothing any more',
  expiredHint: 'It has expired, or the question has another address now. Ask for another and we mail it to you.',
  number: 'Number of the question',
  numberHint: 'For example, VEN-1042',
  address: 'Your address',
  request: 'Send me a link',
  requesting: 'Sending…',
  requested:
    'If that number and that address belong together, a link will be there in a few minutes. Look into the junk folder as well.',
  notRequested: 'We could not ask for it. Wait a moment and try again.',
  noMail: 'This server sends no mail. You can follow your question on the page where you wrote to us.',
};
