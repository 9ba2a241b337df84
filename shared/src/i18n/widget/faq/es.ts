import type { FaqTexts } from './texts.ts';

export const texts: FaqTexts = {
  popular: 'Lo que más se pregunta',
  likely: 'Creemos que es esto',
  read: 'Leer la respuesta',
  others: 'Otros artículos',
  maybe: 'Puede que te sirva',
  none: 'No tenemos un artículo para eso',
  noneHint: 'Lo apuntamos para escribirlo. Mientras, pregúntanos: tu texto va contigo.',
  notSearched: 'Ahora no podemos buscar. Escríbenos: tu texto va contigo.',
  foundOne: 'Un artículo',
  found: '{count} artículos',

  articles: 'Artículos',
  published: 'Del {date} · {count} min de lectura',
  related: 'También puede servirte',
  otherTab: '(se abre en otra pestaña)',
  gone: 'Este artículo ya no está aquí',
  goneHint: 'Busca otra vez con tus palabras, o escríbenos.',
  notLoaded: 'No hemos podido traer el artículo. Comprueba la conexión.',

  helped: '¿Te ha servido?',
  yes: 'Sí',
  no: 'No',
  thanks: 'Gracias por decirlo.',
  sorry: 'Gracias por decirlo. Pregúntanos lo que falta: te responde una persona.',
  notSaved: 'No se ha guardado. Prueba otra vez.',
};
