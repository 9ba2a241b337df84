import type { HomeTexts } from './texts.ts';

export const texts: HomeTexts = {
  direction: 'ltr',
  panel: '{site} help',
  close: 'Close',
  back: 'Back',
  loading: 'Loading…',
  loadFailed: 'Your text is still here, but what comes next could not be loaded. Please check the connection.',
  tryNow: 'Try now',

  here: 'We are here',
  hereSoon: 'We are here · we usually answer in less than a minute',
  hereWithin: 'We are here · we usually answer in {count} min',
  busy: 'Nobody is free right now',
  busyPlace: 'You would be number {count} in the queue',
  nobody: 'Nobody is here now · write to us and you get a number',
  closed: 'Closed · write to us and you get a number and a date',
  closedUntil: 'Closed · we open {when}, your time',
  unknown: 'Write to us · if we are away, you get a number',

  ask: 'How can we help you?',
  askHint: 'Type your question',
  writeToPerson: 'Write to a person',
  leaveMessage: 'Leave a message',
  carried: 'Your question goes with you: “{text}”',

  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  at: '{day} at {time}',
  atOne: '{day} at {time}',
  by: '{day} by {time}',
  byOne: '{day} by {time}',
  onDate: 'on {date}',
};
