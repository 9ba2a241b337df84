import type { ComfortTexts } from './texts.ts';

export const texts: ComfortTexts = {
  menu: 'Más opciones',
  keepCopy: 'Guardar una copia',
  sound: 'Sonido al recibir respuesta',
  end: 'Terminar la conversación',
  notDone: 'No se ha podido. Vuelve a intentarlo.',

  reconnecting: 'Volviendo a conectar… Sigue escribiendo.',
  away: 'No llegamos al servidor: puede que se esté actualizando. Lo que escribas espera aquí y saldrá solo.',

  toEnd: 'Ir al final',
  newsOne: '1 mensaje nuevo',
  newsMany: '{count} mensajes nuevos',
};
