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
};

export type MailTexts = typeof mailEs;
export type MailName = keyof MailTexts;
