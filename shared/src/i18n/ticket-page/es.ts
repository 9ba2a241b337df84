/** The page behind a ticket's link; `{…}` are slots for values. */
export const ticketPageEs = {
  opening: 'Abriendo tu consulta…',
  failed: 'No podemos abrir tu consulta ahora. Lo intentamos otra vez en unos segundos.',
  lost: 'Sin conexión. Lo que escribas saldrá cuando vuelva: no cierres esta página.',
  ticket: 'Consulta {number}',
  followedUp: 'Lo que has escrito es ahora la consulta {number}. Te mandamos su enlace por correo.',
  welcome: 'Abre tu consulta',
  welcomeHint: 'Te mandamos un enlace a la dirección que nos dejaste.',
  expired: 'Este enlace ya no abre nada',
  expiredHint: 'Ha caducado, o la consulta tiene ahora otra dirección. Pide otro y te lo mandamos por correo.',
  number: 'Número de la consulta',
  numberHint: 'Por ejemplo, VEN-1042',
  address: 'Tu correo',
  request: 'Mandarme un enlace',
  requesting: 'Mandando…',
  requested:
    'Si ese número y ese correo van juntos, en unos minutos tendrás allí un enlace. Mira también en el correo no deseado.',
  notRequested: 'No hemos podido pedirlo. Espera un momento y vuelve a probar.',
  noMail: 'Este servidor no manda correos. Puedes seguir tu consulta desde la página en la que nos escribiste.',
};

export type TicketPageTexts = typeof ticketPageEs;
