import type { DemoState } from '../../demo-states.ts';

/** What the server's own pages say in Spanish; `PagesTexts` is the shape that every language fills. */
export const pagesEs = {
  notBuilt: 'Esta parte de Ventanilla aún no está construida. Arráncala con «pnpm start», que la construye antes.',
  unknownSite: 'Ventanilla: no hay ningún sitio con esta clave. Copia otra vez la etiqueta desde Ajustes › Sitio.',
  fullPage: {
    otherLanguage: 'English',
    write: 'Escribe aquí',
    writeAgain: 'Escribir otra consulta',
    hint: 'Lo lee una persona. Al enviarlo verás aquí mismo qué pasa con tu mensaje.',
    kept: 'Para reconocerte, este navegador guarda una cookie que solo vale en esta página.',
    holiday: 'Hoy cerramos: {name}.',
    queued: 'Tu mensaje está en la cola. Si nadie lo atiende a tiempo, te damos un número y un plazo.',
    due: 'Respuesta antes del {when}',
    received: 'Recibido el {when}.',
    follow: 'La respuesta aparecerá en esta página: guárdala y vuelve cuando quieras.',
    lookAgain: 'Ver si hay respuesta',
    others: 'Tus otras consultas',
    forget: 'Olvidar mis consultas en este navegador',
    over: 'Esta consulta está cerrada. Si escribes, abrimos otra que la sigue.',
    file: 'Archivo: {name}',
    blank: 'Escribe algo antes de enviar.',
    tooLong: 'Tu mensaje tiene {count} caracteres y caben {max}. Acórtalo y vuelve a enviarlo.',
    unseen:
      'Tu mensaje ha llegado, pero este navegador no ha guardado nuestra cookie y no podemos enseñarte aquí la respuesta. Permite las cookies de esta página y vuelve a escribir.',
    notFoundTitle: 'Aquí no hay ninguna ventanilla',
    notFound: 'Comprueba que la dirección está completa, o pídela otra vez a quien te la dio.',
    refusedTitle: 'No se ha podido',
    back: 'Volver a la página',
  },
  ticket: {
    title: 'Tu consulta',
    needsScript: 'Para leer tu consulta aquí hace falta JavaScript. Actívalo y vuelve a abrir el enlace.',
  },
  states: {
    title: 'Estados de la ventanilla',
    lead: 'Cada uno con las piezas de verdad: lo que carga una visita, con una conexión que sabe lo que aquí se le dice.',
    alone: 'Abrir aparte',
    otherLanguage: 'English',
    schemes: { light: 'Claro', dark: 'Oscuro', auto: 'Como el sistema' },
    widths: { phone: 'Teléfono', panel: 'Panel', narrow: 'Estrecho' },
    scheme: 'Colores',
    width: 'Ancho',
    httpDoorNote: 'Se ve igual a propósito: para quien escribe no cambia nada.',
    name: {
      open: 'Abierto',
      closed: 'Cerrado',
      holiday: 'Festivo',
      nobody: 'No hay nadie',
      queue: 'Una cola de siete',
      agentTyping: 'Quien atiende está escribiendo',
      agentLeft: 'Quien atendía se ha ido',
      reconnecting: 'Volviendo a conectar',
      offline: 'Sin conexión, con mensajes esperando',
      httpDoor: 'Por HTTP, donde no pasan los sockets',
      couldNotSend: 'No se ha podido enviar',
      fileTooLarge: 'Archivo demasiado grande',
      storageBlocked: 'El navegador no deja guardar',
      blocked: 'Bloqueado',
      rated: 'Valorada',
      ticketPending: 'Ticket que espera tu respuesta',
      ticketReopened: 'Ticket resuelto y vuelto a abrir',
      incident: 'Aviso de incidencia',
      upgrading: 'El servidor se está actualizando',
    } satisfies Record<DemoState, string>,
  },
  demo: {
    title: 'Alameda Fibra · Internet de barrio',
    about: 'Un proveedor de internet inventado, para probar la ventanilla.',
    skip: 'Ir al contenido',
    navigation: 'Secciones',
    plans: 'Tarifas',
    coverage: 'Cobertura',
    help: 'Ayuda',
    otherLanguage: 'English',
    headline: 'Fibra hasta tu puerta, y personas que contestan',
    lead: 'Somos la cooperativa de internet de la Alameda. Doscientos kilómetros de fibra propia, tres furgonetas y nadie que te pase con otro departamento.',
    write: 'Escríbenos',
    seePlans: 'Ver tarifas',
    statusTitle: 'La red ahora',
    statusLine: 'Todo funciona. Última avería: el martes, 14 minutos en la calle Nogal.',
    plansTitle: 'Tres tarifas, sin permanencia',
    plansLead: 'La misma velocidad de subida que de bajada. Router, instalación y paciencia incluidos.',
    month: 'al mes',
    plan: {
      patio: { name: 'Patio', speed: '300 Mb', price: '24 €', line: 'Para navegar, ver series y hacer videollamadas.' },
      plaza: { name: 'Plaza', speed: '600 Mb', price: '31 €', line: 'Para una casa llena de gente y de pantallas.' },
      alameda: {
        name: 'Alameda',
        speed: '1 Gb',
        price: '39 €',
        line: 'Para quien trabaja en casa y sube archivos grandes.',
      },
    },
    coverageTitle: '¿Llegamos a tu calle?',
    coverageFirst:
      'Cubrimos el casco antiguo, la Alameda, el Ensanche y las huertas hasta el molino. Este otoño abrimos zanja en la carretera de la estación: si vives allí, apúntate y te avisamos antes de que pase la máquina.',
    coverageSecond:
      'La instalación dura una mañana. Entramos por el mismo tubo que el teléfono, sin taladrar la fachada, y no nos vamos hasta que tu portátil, tu televisor y la tableta de la abuela están conectados.',
    helpTitle: 'Lo que más nos preguntan',
    questions: {
      slow: {
        question: 'La wifi va lenta en el dormitorio',
        answer:
          'Casi siempre es la pared, no la línea. Prueba con el móvil al lado del router: si allí va bien, te prestamos un repetidor.',
      },
      down: {
        question: 'Se me ha ido internet',
        answer:
          'Apaga el router, cuenta hasta treinta y enciéndelo. Si la luz sigue roja, escríbenos con el botón de abajo: verás quién te atiende.',
      },
      move: {
        question: 'Me mudo: ¿puedo llevarme la línea?',
        answer: 'Dentro de nuestra zona, gratis y en tres días. Dinos la dirección nueva y la fecha.',
      },
    },
    footer: 'Alameda Fibra no existe: es la página de prueba de Ventanilla. El botón de la esquina es de verdad.',
  },
};

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
export type PagesTexts = Texts<typeof pagesEs>;
