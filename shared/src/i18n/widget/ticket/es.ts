import type { TicketTexts } from './texts.ts';

export const texts: TicketTexts = {
  reason: {
    out_of_hours: 'Has escrito fuera de horario.',
    no_agent_available: 'Ahora no había nadie para atenderte.',
    not_picked_up: 'Nadie ha podido atenderte a tiempo.',
    agent_lost: 'Quien te atendía se ha quedado sin conexión.',
    visitor_left: 'Te fuiste antes de que pudiéramos responder.',
    visitor_asked: 'Has preferido no esperar.',
    not_solved: 'Nos has dicho que no está resuelto.',
    agent_decided: 'Resolverlo lleva más tiempo que una conversación.',
    registered: 'Lo hemos apuntado por ti.',
    follow_up: 'Sigue a {number}, que ya estaba cerrada.',
  },
  ticketTitle: 'Tu consulta es ahora el ticket',
  holder: 'Lo lleva {name}',
  holderGroup: 'A cargo de {name}',
  holderTeam: 'A cargo del equipo',
  due: 'Respuesta {when}',
  late: 'Vamos con retraso: te prometimos respuesta {when}',
  receivedAt: 'Recibido {when}.',
  follow: 'La respuesta llegará aquí. Puedes cerrar la ventanilla y volver cuando quieras.',
  yourTurn: 'Te toca: esperamos tu respuesta.',

  address: {
    ask: '¿A qué correo te avisamos?',
    hint: 'Te mandamos el número y un enlace para seguirlo, y te avisamos si respondemos y no estás aquí.',
    saved: 'Te escribimos a {address}: el número, un enlace y un aviso cuando respondamos.',
    askBefore: '¿A qué correo te escribimos si tenemos que seguir sin ti?',
    hintBefore: 'Si se convierte en un ticket, allí recibes el número y un enlace.',
    savedBefore: 'Si se convierte en un ticket, te escribimos a {address}.',
    save: 'Avisarme',
    saving: 'Guardando…',
    change: 'Cambiar el correo',
    notSaved: 'No hemos podido guardarlo. Mira si está bien escrito o prueba más tarde.',
    notSavedOffline: 'Sin conexión no se puede guardar. Prueba cuando vuelva.',
  },
};
