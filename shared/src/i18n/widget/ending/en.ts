import type { EndingTexts } from './texts.ts';

export const texts: EndingTexts = {
  isSolved: 'Is it solved?',
  solvedHint: 'If it is not, you get a number and we keep looking into it.',
  yes: 'Yes, solved',
  no: 'No, not yet',
  notSolved: 'It is not solved',

  ask: 'How did we do?',
  readers: '{name} and the team will read it.',
  readersTeam: 'The team will read it.',
  rating: { bad: 'Badly', fair: 'So-so', good: 'Well' },
  why: { bad: 'What went wrong?', fair: 'What could have gone better?', good: 'What went well?' },
  optional: 'If you like',
  sendComment: 'Send comment',
  saved: '“{rating}” is saved. You can change it whenever you like.',
  savedComment: 'Thank you: your comment is saved.',
};
