import type { SeldomTexts } from './texts.ts';

export const texts: SeldomTexts = {
  keepOpen: 'Keep this page open: your browser lets us store nothing, and we could not show you the answer.',
  refused: 'We cannot connect from this page.',

  tryAgain: 'Try again',
  mend: 'Edit',
  discard: 'Remove',
  sendAsNew: 'Send as a new question',

  refusal: {
    too_large: 'It is too long.',
    invalid: 'It has a character that we cannot store.',
    not_writable: 'This conversation has already ended.',
    not_found: 'This conversation is no longer available.',
    forbidden: 'The chat is closed for this browser.',
    blocked: 'The chat is closed for this browser.',
    origin_not_allowed: 'This page is not on the site’s list: please tell its owner.',
    unsupported_protocol: 'We have updated the chat. Reload the page to go on: what you wrote waits for you.',
    other: 'The server did not accept it.',
  },

  blockedWhy:
    'Messages came from here that we could not deal with, so we stopped it. If that is a mistake, tell whoever runs this site: a person looks at it. What we talked about stays here, and what you wrote is sent if it opens again.',
  goHome: 'Back to the home screen',

  writeAgain: 'Start another one',
  closed: 'This question is closed. If you write, we open another that goes on from it.',
  goesOn: 'This question is closed. It goes on in {number}.',
  openNext: 'Go to the new one',

  earlier: 'Show earlier messages',
  earlierLoading: 'Fetching earlier messages…',
  earlierFailed: 'They did not arrive. Try again',
};
