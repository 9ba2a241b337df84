import type { SeldomTexts } from './texts.ts';

export const texts: SeldomTexts = {
  keepOpen: 'No cierres esta página: tu navegador no deja guardar nada y no podríamos enseñarte la respuesta.',
  refused: 'No podemos conectar desde esta página.',

  tryAgain: 'Volver a intentarlo',
  mend: 'Corregir',
  discard: 'Quitar',
  sendAsNew: 'Enviar como consulta nueva',

  refusal: {
    too_large: 'Es demasiado largo.',
    invalid: 'Tiene algún carácter que no podemos guardar.',
    not_writable: 'Esta conversación ya ha terminado.',
    not_found: 'Esta conversación ya no está disponible.',
    forbidden: 'El chat está cerrado para este navegador.',
    blocked: 'El chat está cerrado para este navegador.',
    origin_not_allowed: 'Esta página no está en la lista del sitio: avisa a quien la lleva.',
    unsupported_protocol: 'Hemos actualizado el chat. Recarga la página para seguir: lo que has escrito te espera.',
    other: 'El servidor no lo ha aceptado.',
  },

  blockedWhy:
    'Desde aquí llegaron mensajes que no podíamos atender, y lo hemos parado. Si es un error, díselo a quien lleva esta web: lo revisa una persona. Lo que ya hablamos sigue aquí, y lo que has escrito saldrá si se abre de nuevo.',
  goHome: 'Ver el inicio',

  writeAgain: 'Empezar otra',
  closed: 'Esta consulta está cerrada. Si escribes, abrimos otra que la sigue.',
  goesOn: 'Esta consulta está cerrada. Sigue en {number}.',
  openNext: 'Ir a la nueva',

  earlier: 'Ver mensajes anteriores',
  earlierLoading: 'Buscando los anteriores…',
  earlierFailed: 'No han llegado. Vuelve a probar',
};
