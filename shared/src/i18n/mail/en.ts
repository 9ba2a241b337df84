import type { MailTexts } from './es.ts';

/** The mails that go out by themselves; `{link}` and the other slots are filled when they are sent. */
export const mailEn: MailTexts = {
  invitation: {
    subject: '{inviter} invites you to Ventanilla',
    text: 'Hello {name},\n\n{inviter} invites you to answer conversations in Ventanilla ({publicUrl}).\n\nOpen this link and choose your password. It works once and expires in 7 days:\n\n{link}\n\nIf you did not expect this mail you can delete it: nothing happens unless the link is opened.\n',
  },
  passwordReset: {
    subject: 'Choose a new Ventanilla password',
    text: 'Hello {name},\n\nSomeone, probably you, asked to change the password of your account at {publicUrl}.\n\nOpen this link to choose another. It works once and expires in an hour:\n\n{link}\n\nChanging it ends all your sessions. If it was not you, delete this mail: your password stays as it is.\n',
  },
};
