/** The mails that go out by themselves; `{link}` and the other slots are filled when they are sent. */
export const mailEs = {
  invitation: {
    subject: '{inviter} te invita a Ventanilla',
    text: 'Hola, {name}:\n\n{inviter} te invita a atender conversaciones en Ventanilla ({publicUrl}).\n\nAbre este enlace y elige tu contraseña. Sirve una sola vez y caduca en 7 días:\n\n{link}\n\nSi no esperabas este correo, puedes borrarlo: sin abrir el enlace no ocurre nada.\n',
  },
  passwordReset: {
    subject: 'Elige otra contraseña de Ventanilla',
    text: 'Hola, {name}:\n\nAlguien, seguramente tú, ha pedido cambiar la contraseña de tu cuenta en {publicUrl}.\n\nAbre este enlace para elegir otra. Sirve una sola vez y caduca en una hora:\n\n{link}\n\nAl cambiarla se cierran todas tus sesiones. Si no lo has pedido tú, borra este correo: tu contraseña sigue siendo la misma.\n',
  },
  ticketReceived: {
    subject: '[{number}] {site}: hemos recibido tu consulta',
    text: 'Tu consulta a {site} tiene el número {number}.\n\nQué nos has contado: {subject}\nQuién la lleva: {responsible}\nRespuesta antes de: {due}\n\nCon este enlace puedes leerla y añadir lo que quieras. Sirve durante 90 días y las veces que haga falta; no se lo pases a nadie:\n\n{link}\n\nTe escribimos porque alguien dejó esta dirección en {site}. Si no fuiste tú, borra este correo.\n',
  },
  ticketAnswered: {
    subject: '[{number}] {site} te ha respondido',
    text: 'Tienes una respuesta de {site} en la consulta {number}: {subject}\n\nLéela y contesta con este enlace. Sirve durante 90 días; no se lo pases a nadie:\n\n{link}\n',
  },
  ticketLink: {
    subject: '[{number}] El enlace a tu consulta',
    text: 'Has pedido el enlace a tu consulta {number} en {site}: {subject}\n\n{link}\n\nSirve durante 90 días y las veces que haga falta; no se lo pases a nadie. Si no lo has pedido tú, borra este correo: nadie más lo ha recibido.\n',
  },
};

export type MailTexts = typeof mailEs;
export type MailName = keyof MailTexts;
