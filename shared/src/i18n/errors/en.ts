import type { ErrorCode } from '../../wire/errors.ts';

/** What the API says to a person for each code. `{field}` and the like come from the error's details. */
export const errorsEn: Record<ErrorCode, string> = {
  invalid: 'Something in what was sent is not valid: {field}.',
  unknown_command: 'This version of the server does not know that command.',
  unauthenticated: 'Your session is not valid or has ended. Sign in again.',
  forbidden: 'Your account may not do this.',
  not_found: 'It does not exist, or is not within your reach.',
  conflict: 'It changed while you had it open. Look at what is new and confirm.',
  taken: '{name} already has it.',
  not_writable: 'This conversation has ended. Start a new one.',
  already_ticketed: 'This conversation already has an open ticket.',
  unanswered: 'The visitor had the last word: answer before you end it.',
  already_set_up: 'This installation already has an administrator. Ask them for an invitation.',
  link_expired: 'This link has been used or has expired. Ask for another.',
  address_taken: 'There is already an account with that address.',
  last_admin: 'This is the only administrator account: appoint somebody else first.',
  wrong_credentials: 'The address or the password is not right.',
  weak_password: 'The password is too short or too long.',
  bad_identity: 'The site has not signed your identity correctly. You can go on without it.',
  origin_not_allowed: "This page is not in the site's list of origins.",
  rate_limited: 'Too many requests in a row. Wait a few seconds and try again.',
  too_large: 'It is too large to be sent.',
  unsupported_protocol: 'This page is of an old version. Reload it to go on.',
  method_not_allowed: 'That address does not take this method.',
  unavailable: 'It cannot be stored right now. Nothing is lost: try again.',
  internal: 'Something of ours failed. It has been noted with the reference {requestId}.',
};
