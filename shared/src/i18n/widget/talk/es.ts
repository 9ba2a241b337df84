import type { TalkTexts } from './texts.ts';

export const texts: TalkTexts = {
  you: 'Tú',
  conversation: 'Conversación',
  empty: 'Cuéntanos qué pasa. Lo lee una persona y te responde aquí mismo.',
  writeHere: 'Escribe un mensaje',
  addToTicket: 'Añadir algo al ticket',
  yourMessage: 'Tu mensaje',
  send: 'Enviar',
  attach: 'Adjuntar un archivo',

  sending: 'Enviando…',
  waiting: 'Espera a que vuelva la red',
  sent: 'Enviado',
  read: 'Leído',
  notSent: 'No se ha podido enviar.',
  waitingTitle: 'Esperan la conexión',
  waitingMany: '{count} por enviar, en este orden',
  newLine: 'Nuevos',

  offline:
    'Sin conexión desde {when}. Lo que escribas se guarda en este navegador y saldrá solo, aunque cierres la página.',

  activeStatus: 'Te atiende ahora',

  queuedTitle: 'Buscando a una persona',

  ticketName: 'Ticket {number}',

  ticketStatus: {
    new: 'Recibido',
    open: 'En marcha',
    pending: 'Esperamos tu respuesta',
    onHold: 'En pausa',
    solved: 'Resuelto',
    closed: 'Cerrado',
  },

  line: {
    taken: '{agent} te atiende',
    handed_over: '{agent} pasa la conversación a {toAgent}',
    returned_to_queue: 'Buscamos a otra persona que te atienda',
    ticketed: 'La consulta es ahora el ticket {ticket}',
    ended: 'La conversación ha terminado',
    withdrawn: 'Has retirado la consulta',
    reopened: 'La conversación se ha vuelto a abrir',
    status_changed: 'El ticket está ahora: {status}',
  },
};
