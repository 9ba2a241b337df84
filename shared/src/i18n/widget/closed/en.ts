import type { ClosedTexts } from './texts.ts';

export const texts: ClosedTexts = {
  opening: 'Tell us what is going on. You get a number as soon as you send it, and we say when to expect an answer.',
  title: 'Leave us a message',
  message: 'Your message',
  hint: 'Tell us what is going on',
  promise: 'You get a number at once, and an answer {when}.',
  send: 'Leave the message',
  hours: 'Opening hours',
  hoursAt: 'Opening hours, {place} time',
  todayIs: 'Today, {day}',
  range: '{from} to {to}',
  allDay: 'All day',
  shut: 'Closed',
  holiday: 'Closed today: {name}',
  holidayUnnamed: 'We do not open today',
};
