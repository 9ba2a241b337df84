import type { HomeTexts } from './texts.ts';

export const texts: HomeTexts = {
  direction: 'ltr',
  panel: 'Ayuda de {site}',
  close: 'Cerrar',
  back: 'Volver',
  loading: 'Cargando…',
  loadFailed: 'Tu texto sigue aquí, pero no ha cargado lo necesario para seguir. Comprueba la conexión.',
  tryNow: 'Probar ahora',

  here: 'Estamos aquí',
  hereSoon: 'Estamos aquí · solemos responder en menos de un minuto',
  hereWithin: 'Estamos aquí · solemos responder en {count} min',
  busy: 'Ahora mismo no hay nadie libre',
  busyPlace: 'Serías el {count}.º en la cola',
  nobody: 'Ahora no hay nadie · escríbenos y te damos un número',
  closed: 'Cerrado · escríbenos y te damos un número y un plazo',
  closedUntil: 'Cerrado · abrimos {when}, tu hora',
  unknown: 'Escríbenos · si no estamos, te damos un número',

  ask: '¿En qué podemos ayudarte?',
  askHint: 'Escribe tu pregunta',
  writeToPerson: 'Escribir a una persona',
  leaveMessage: 'Dejar un mensaje',
  carried: 'Tu pregunta va contigo: «{text}»',

  today: 'hoy',
  yesterday: 'ayer',
  tomorrow: 'mañana',
  at: '{day} a las {time}',
  atOne: '{day} a la {time}',
  by: '{day} antes de las {time}',
  byOne: '{day} antes de la {time}',
  onDate: 'el {date}',
};
