import type { CopyTexts } from './texts.ts';

export const texts: CopyTexts = {
  preparing: 'Preparando la copia…',
  kept: 'La copia está en tus descargas.',
  notKept: 'No se ha podido guardar. Vuelve a intentarlo.',

  fileName: 'Conversación {name}',
  title: 'Conversación con {site}',
  asOf: 'Copia del {when} (hora de {zone})',
  file: 'Archivo: {name}',
};
