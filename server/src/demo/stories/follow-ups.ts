import { daysAgo, end, makeTicket, note, rate, type Story } from '../story.ts';

/** Tickets that were solved and closed long ago, and whose people wrote again. */

export const followUps: readonly Story[] = [
  {
    site: 'home',
    locale: 'es',
    who: 'Nuria Salvat',
    page: 'faults',
    at: daysAgo(16, '10:12'),
    lines: [
      [0, 'visitor', 'El wifi no llega al dormitorio'],
      [4, 'marta', 'Hola, Nuria. Por el plano hace falta un repetidor a medio camino: te lo enviamos.'],
      [2, 'marta', makeTicket],
      [2950, 'marta', 'Según el transportista ya está en tu casa. ¿Llega ahora la señal?'],
      [75, 'visitor', 'Llega perfecta, gracias.'],
      [6, 'marta', end],
      [20, 'visitor', rate('good')],
      [18_460, 'visitor', 'El repetidor que pusimos se apaga solo por las noches.'],
      [25, 'marta', note('Es del lote que falla con el modo de ahorro. Mirar si le llega la versión nueva.')],
    ],
  },
];
