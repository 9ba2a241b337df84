import type { EndingTexts } from './texts.ts';

export const texts: EndingTexts = {
  isSolved: '¿Está resuelto?',
  solvedHint: 'Si no lo está, te damos un número y lo seguimos mirando.',
  yes: 'Sí, resuelto',
  no: 'No, todavía no',
  notSolved: 'No está resuelto',

  ask: '¿Qué tal te hemos atendido?',
  readers: 'Lo leerán {name} y su equipo.',
  readersTeam: 'Lo leerá el equipo.',
  rating: { bad: 'Mal', fair: 'Regular', good: 'Bien' },
  why: { bad: '¿Qué ha ido mal?', fair: '¿Qué podía haber ido mejor?', good: '¿Qué ha ido bien?' },
  optional: 'Si quieres',
  sendComment: 'Enviar comentario',
  saved: '«{rating}» guardado. Puedes cambiarlo cuando quieras.',
  savedComment: 'Gracias: tu comentario está guardado.',
};
