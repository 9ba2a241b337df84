import type { FilesTexts } from './texts.ts';

export const texts: FilesTexts = {
  files: 'Archivos',
  remove: 'Quitar {name}',
  save: 'Guardar',
  uploading: 'Subiendo…',
  notOpened: 'No se ha podido abrir. Vuelve a intentarlo.',

  problem: {
    too_large: '{size}; aquí caben {max}. Recórtalo o manda una foto.',
    empty: 'Está vacío.',
    too_many: 'Caben {count} en cada mensaje. Mándalo en otro.',
    unsupported_type: 'Este tipo de archivo no se puede mandar.',
    rate_limited: 'Has subido muchos seguidos. Espera un poco y vuelve a enviar.',
    unavailable: 'Ahora no hay sitio. Vuelve a enviar dentro de un rato.',
    blocked: 'El chat está cerrado para este navegador.',
    unreachable: 'No se ha subido: no hay conexión. Vuelve a enviar.',
    other: 'No se ha podido subir. Vuelve a enviar.',
  },

  drop: 'Suéltalo aquí',
  dropHint: 'Hasta {count} archivos de {size}',
};
