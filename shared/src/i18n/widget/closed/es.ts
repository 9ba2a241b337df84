import type { ClosedTexts } from './texts.ts';

export const texts: ClosedTexts = {
  opening: 'Cuéntanos qué pasa. Al enviarlo recibes un número y te decimos cuándo tendrás respuesta.',
  title: 'Déjanos un mensaje',
  message: 'Tu mensaje',
  hint: 'Cuéntanos qué pasa',
  promise: 'Te damos un número al momento y te respondemos {when}.',
  send: 'Dejar el mensaje',
  hours: 'Horario',
  hoursAt: 'Horario, con la hora de {place}',
  todayIs: 'Hoy, {day}',
  range: '{from} a {to}',
  allDay: 'Todo el día',
  shut: 'Cerrado',
  holiday: 'Hoy cerramos: {name}',
  holidayUnnamed: 'Hoy no abrimos',
};
