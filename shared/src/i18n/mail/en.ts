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
  ticketReceived: {
    subject: '[{number}] {site}: we have your question',
    text: 'Your question to {site} has the number {number}.\n\nWhat you told us: {subject}\nWho has it: {responsible}\nAnswer by: {due}\n\nThis link lets you read it and add to it. It works for 90 days, as often as you like; give it to nobody:\n\n{link}\n\nWe write because somebody left this address at {site}. If it was not you, delete this mail.\n',
  },
  ticketAnswered: {
    subject: '[{number}] {site} has answered',
    text: 'You have an answer from {site} to your question {number}: {subject}\n\nRead it and reply with this link. It works for 90 days; give it to nobody:\n\n{link}\n',
  },
  ticketLink: {
    subject: '[{number}] The link to your question',
    text: 'You asked for the link to your question {number} at {site}: {subject}\n\n{link}\n\nIt works for 90 days, as often as you like; give it to nobody. If you did not ask for it, delete this mail: nobody else got it.\n',
  },
};
