import type { LiveTexts } from './texts.ts';

export const texts: LiveTexts = {
  writing: '{name} is writing',
  alreadySolved: 'It is solved already',
  notDone: 'That did not work. Please try again.',

  place: 'You are number {count}',
  wait: 'about {count} min',
  behindNobody: 'you are next',
  behindOne: 'you, behind one person',
  behindMany: 'you, behind {count} people',
  queuedKept: 'Your message is stored: you can close this window without losing your place.',
  returnedKept:
    'You go before everybody else. Whoever takes it reads all of this: you will not have to repeat anything.',
  queuedPromise: 'If nobody has answered {when}, you get a ticket number and a date.',
  askTicket: 'I will not wait: answer me by ticket',
  withdraw: 'No longer needed',
};
