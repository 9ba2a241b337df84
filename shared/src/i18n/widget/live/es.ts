import type { LiveTexts } from './texts.ts';

export const texts: LiveTexts = {
  writing: '{name} está escribiendo',
  alreadySolved: 'Ya está resuelto',
  notDone: 'No se ha podido. Vuelve a intentarlo.',

  place: 'Eres el {count}.º',
  wait: 'unos {count} min',
  behindNobody: 'te toca ahora',
  behindOne: 'tú, detrás de una persona',
  behindMany: 'tú, detrás de {count} personas',
  queuedKept: 'Tu mensaje ya está guardado: puedes cerrar la ventanilla sin perder el sitio.',
  returnedKept: 'Vas por delante de todos. Quien la coja leerá esta conversación entera: no tendrás que repetir nada.',
  queuedPromise: 'Si nadie te atiende {when}, te damos un número y un plazo.',
  askTicket: 'No espero: que me respondan por ticket',
  withdraw: 'Ya no hace falta',
};
