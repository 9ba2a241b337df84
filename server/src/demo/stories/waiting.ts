import {
  askForTicket,
  confirm,
  daysAgo,
  goAway,
  handOver,
  makeTicket,
  minutesAgo,
  note,
  type Story,
  sendFile,
  take,
  triage,
} from '../story.ts';

/** Tickets of the customers' site that wait for the desk: new or open. An answer is due after two days. */

const home = { site: 'home', locale: 'es' } as const;
const english = { site: 'home', locale: 'en' } as const;

const fresh: readonly Story[] = [
  {
    ...home,
    who: 'Hostal La Parra',
    page: 'faults',
    at: minutesAgo(2855),
    lines: [
      [0, 'visitor', 'El fijo no da tono desde la portabilidad'],
      [2, 'visitor', 'Es el teléfono de recepción, perdemos reservas.'],
    ],
  },
  {
    ...home,
    who: 'Talleres Roig',
    page: 'faults',
    at: minutesAgo(2790),
    lines: [
      [0, 'visitor', 'Fibra cortada por una obra en la acera'],
      [1, 'visitor', sendFile('obra-en-la-acera.png', 'Se ve el cable colgando.')],
    ],
  },
  {
    ...home,
    who: '',
    page: 'plans',
    at: minutesAgo(520),
    lines: [[0, 'visitor', '¿Qué necesito para pasarme desde otra compañía sin quedarme un día sin internet?']],
  },
  {
    ...english,
    who: 'Sarah Lindqvist',
    page: 'invoices',
    at: minutesAgo(410),
    lines: [
      [0, 'visitor', 'My bank rejected the direct debit, how do I pay this month?'],
      [1, 'visitor', askForTicket],
    ],
  },
  {
    ...home,
    who: 'Ramón Peiró',
    page: 'faults',
    at: minutesAgo(190),
    lines: [
      [0, 'visitor', 'El router hace un ruido como de ventilador al encender'],
      [3, 'visitor', 'No tengo prisa, respondedme cuando podáis'],
      [1, 'visitor', askForTicket],
    ],
  },
  {
    ...home,
    who: 'Consuelo Arribas',
    page: 'account',
    at: daysAgo(1, '21:50'),
    lines: [[0, 'visitor', 'Se me ha olvidado el PIN de la tarjeta del móvil']],
  },
  {
    ...english,
    who: 'Marcus Bell',
    page: 'faults',
    at: daysAgo(1, '22:10'),
    lines: [[0, 'visitor', 'TV box stuck on the welcome screen after the update']],
  },
];

const open: readonly Story[] = [
  {
    ...home,
    who: 'Pilar Iborra',
    page: 'faults',
    at: minutesAgo(1240),
    lines: [
      [0, 'visitor', 'La contraseña nueva del wifi no entra en la tele'],
      [3, 'diego', '¿Tiene algún símbolo raro, como ñ o €? Hay teles que no los admiten.'],
      [5, 'visitor', 'Una ñ, sí'],
      [2, 'diego', 'Cámbiala sin la ñ y prueba. Te dejo el ticket abierto hasta mañana.'],
      [1, 'diego', makeTicket],
      [0, 'diego', triage({ type: 'incident', urgency: 'high', impact: 'normal' })],
    ],
  },
  {
    ...english,
    who: 'Grace Holloway',
    page: 'account',
    at: minutesAgo(760),
    lines: [
      [0, 'visitor', 'My surname is misspelt on the contract'],
      [1, 'visitor', askForTicket],
      [55, 'oliver', take],
      [2, 'oliver', note('Holoway instead of Holloway. Needs a new contract, legal signs on weekdays.')],
    ],
  },
  {
    ...home,
    who: 'Comunidad Torre Levante',
    page: 'faults',
    at: minutesAgo(3010),
    lines: [
      [0, 'visitor', 'Sin servicio en toda la finca, 14 vecinos'],
      [4, 'ines', 'Hola. Veo la caja del portal sin señal. ¿Hay alguna obra o ha entrado agua?'],
      [3, 'visitor', 'Se inundó el cuarto de contadores anoche'],
      [2, 'ines', note('Caja CTO 118 sin luz desde las 23:40. Hay que sustituirla entera: aviso a planta.')],
      [1, 'ines', handOver('diego')],
      [2, 'diego', makeTicket],
      [0, 'diego', triage({ type: 'request' })],
      [40, 'diego', 'Soy Diego. Va un equipo con una caja nueva; os escribo en cuanto salgan del almacén.'],
      [2930, 'visitor', '¿Sabéis ya a qué hora vienen? Hay dos personas mayores con teleasistencia.'],
    ],
  },
  {
    ...home,
    who: 'Óscar Benítez',
    page: 'invoices',
    at: minutesAgo(2895),
    lines: [
      [0, 'visitor', 'No veo el descuento de la oferta de verano en mi factura'],
      [80, 'marta', take],
      [2620, 'marta', note('La oferta caducó el mes pasado, pero se dio de alta a tiempo. Pido abono a facturación.')],
    ],
  },
  {
    ...home,
    who: 'Joaquim Soler',
    page: 'faults',
    at: minutesAgo(2815),
    lines: [
      [0, 'visitor', 'Cortes de 2 minutos cada tarde, siempre sobre las siete'],
      [35, 'ines', take],
      [
        3,
        'ines',
        note('Reinicios de sesión PPP a las 19:0x los últimos nueve días. Parece el temporizador de la OLT.'),
      ],
    ],
  },
  {
    ...home,
    who: 'Iker Zabala',
    page: 'faults',
    at: minutesAgo(1500),
    lines: [
      [0, 'visitor', 'No puedo entrar en el router, la clave de la pegatina no vale'],
      [3, 'pau', '¿La cambiaste alguna vez? Si no, la reinicio yo desde aquí.'],
      [4, 'visitor', 'Creo que la cambió mi hermano'],
      [2, 'pau', 'Entonces la vuelvo a poner como la de la pegatina. Tarda porque tu router está apagado; te aviso.'],
      [1, 'pau', makeTicket],
      [0, 'pau', triage({ type: 'incident', urgency: 'high', impact: 'high' })],
    ],
  },
  {
    ...home,
    who: 'Amparo Gil',
    page: 'moving',
    at: minutesAgo(1320),
    lines: [
      [0, 'visitor', 'Cambiar la fibra de domicilio antes del día 1'],
      [5, 'marta', 'Hola, Amparo. Se puede. Necesito la dirección completa y si hay roseta en la casa nueva.'],
      [12, 'visitor', 'Paseo de la Alameda 118, puerta 9. Roseta hay, en el pasillo.'],
      [3, 'marta', 'Pedida la activación. En cuanto me confirmen el día te escribo aquí.'],
      [1, 'marta', makeTicket],
      [0, 'marta', triage({ urgency: 'low' })],
    ],
  },
  {
    ...home,
    who: 'Gestoría Beltrán',
    page: 'plans',
    at: minutesAgo(1180),
    lines: [
      [0, 'visitor', 'IP fija para el despacho'],
      [3, 'ines', 'Hola. Son 8 € al mes. ¿La queréis en la línea principal o en la de respaldo?'],
      [6, 'visitor', 'En la principal. ¿Puede ser esta semana?'],
      [4, 'ines', 'Pedida a red. En cuanto me den la dirección os la paso con las instrucciones.'],
      [1, 'ines', makeTicket],
      [0, 'ines', triage({ type: 'problem', impact: 'high' })],
    ],
  },
  {
    ...home,
    who: 'Fátima El Amrani',
    page: 'invoices',
    at: minutesAgo(980),
    lines: [
      [0, 'visitor', 'Factura a nombre de la empresa'],
      [2, 'visitor', 'Soy autónoma y necesito que ponga mi NIF y la dirección del local.'],
      [45, 'marta', 'Hola, Fátima. Lo cambio para la próxima. ¿Quieres que rehagamos también las tres últimas?'],
    ],
  },
  {
    ...home,
    who: 'Nerea Etxeberria',
    page: 'plans',
    at: minutesAgo(860),
    lines: [
      [0, 'visitor', '¿El wifi 6 entra en mi tarifa?'],
      [4, 'pau', 'Hola, Nerea. Con tu tarifa sí, pero hay que cambiarte el router. ¿Te lo mando a casa?'],
      [9, 'visitor', 'Sí, pero a casa de mis padres, que están siempre.'],
      [2, 'pau', 'Dime la dirección y sale mañana.'],
      [3, 'visitor', 'Calle San Antón 7, 2.º'],
      [1, 'visitor', goAway],
    ],
  },
  {
    ...english,
    who: 'Priya Raman',
    page: 'faults',
    at: minutesAgo(700),
    lines: [
      [0, 'visitor', 'Video calls freeze every few minutes, even by cable'],
      [
        2,
        'oliver',
        'Hello Priya. I can see packets lost on your line since Tuesday. Is the grey cable the one we sent?',
      ],
      [5, 'visitor', sendFile('speed-test.txt', 'No, a longer one I bought. Here is a test I ran just now.')],
      [4, 'oliver', 'Thank you. Please try ours for an evening; I keep watching the line from here.'],
      [
        2,
        'oliver',
        note('3 % loss towards the exchange, none on neighbours’ lines. Suspect the patch lead, else port 14.'),
      ],
      [1, 'oliver', makeTicket],
      [0, 'oliver', triage({ type: 'request', urgency: 'low', impact: 'low' })],
    ],
  },
  {
    ...home,
    who: 'Cerámicas Alcora',
    page: 'faults',
    at: minutesAgo(640),
    lines: [
      [0, 'visitor', 'La centralita no recibe llamadas de fuera'],
      [3, 'diego', 'Buenas. Desde aquí entra la llamada y la rechaza la centralita. ¿Habéis tocado algo?'],
      [6, 'visitor', 'Vino ayer el de la alarma'],
      [2, 'diego', 'Ahí está: os cambió el puerto. Mañana a primera hora lo miro con vosotros por teléfono.'],
      [3, 'visitor', confirm(false)],
    ],
  },
  {
    ...home,
    who: 'Julián Cortázar',
    page: 'faults',
    at: minutesAgo(455),
    lines: [
      [0, 'visitor', 'La velocidad no pasa de 90 megas por cable'],
      [5, 'pau', '¿Puedes mirar qué pone en el cable? Busca «CAT 5» o «CAT 6».'],
      [8, 'visitor', 'Pone CAT 5 a secas. Pero el ordenador es nuevo.'],
      [2, 'pau', 'Con ese cable no pasa de 100. Te mando uno bueno sin coste.'],
      [4, 'visitor', confirm(false)],
    ],
  },
  {
    ...home,
    who: 'Marisa Quintana',
    page: 'invoices',
    at: minutesAgo(240),
    lines: [
      [0, 'visitor', 'Me cobráis el alquiler del router antiguo, que ya devolví'],
      [2, 'marta', 'Hola, Marisa. ¿Tienes el justificante de la devolución?'],
      [7, 'visitor', sendFile('justificante.pdf', 'Sí, aquí está')],
      [3, 'marta', 'Gracias. Pido el abono de los dos meses y te confirmo el número.'],
      [1, 'marta', makeTicket],
      [
        0,
        'marta',
        triage({
          type: 'incident',
          priority: 'urgent',
          priorityReason: 'Hay una persona mayor que depende de la línea',
        }),
      ],
    ],
  },
];

export const waiting: readonly Story[] = [...fresh, ...open];
