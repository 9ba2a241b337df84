import type { FilesTexts } from './texts.ts';

export const texts: FilesTexts = {
  files: 'Files',
  remove: 'Remove {name}',
  save: 'Save',
  uploading: 'Uploading…',
  notOpened: 'It could not be opened. Please try again.',

  problem: {
    too_large: '{size}; up to {max} fits here. Trim it or send a photo.',
    empty: 'It is empty.',
    too_many: '{count} fit in a message. Send it in another one.',
    unsupported_type: 'This kind of file cannot be sent.',
    rate_limited: 'That was a lot at once. Wait a little and send again.',
    unavailable: 'There is no room now. Send again in a while.',
    blocked: 'The chat is closed for this browser.',
    unreachable: 'Not uploaded: there is no connection. Send again.',
    other: 'It could not be uploaded. Send again.',
  },

  drop: 'Drop it here',
  dropHint: 'Up to {count} files of {size}',
};
