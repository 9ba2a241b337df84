import { end, handOver, minutesAgo, note, type Story, sendFile } from '../story.ts';

/** What goes on while somebody looks: the queue, and the conversations of everybody at the desk. */

const home = { site: 'home', locale: 'es' } as const;
const english = { site: 'home', locale: 'en' } as const;

export const live: readonly Story[] = [
  {
    ...home,
    who: 'Óscar Benítez',
    page: 'invoices',
    at: minutesAgo(9),
    lines: [
      [0, 'visitor', 'Me habéis cobrado dos veces la última cuota, ¿podéis mirarlo?'],
      [
        1,
        'visitor',
        sendFile('factura-oscar.pdf', 'Os dejo la factura. El banco me pasa los dos cargos el mismo día.'),
      ],
    ],
  },
  {
    ...home,
    who: 'Nerea Etxeberria',
    page: 'coverage',
    at: minutesAgo(4),
    lines: [[0, 'visitor', '¿Cuándo llega la fibra a la carretera de la estación? Vivo en el 40']],
  },
  {
    ...english,
    who: 'Emma Clarke',
    page: 'faults',
    at: minutesAgo(2),
    lines: [
      [
        0,
        'visitor',
        'My router has restarted by itself four times since last night. Is there a fault in the Ensanche?',
      ],
    ],
  },
  {
    ...home,
    who: '',
    page: 'plans',
    at: minutesAgo(1),
    lines: [[0, 'visitor', 'hola, la tele se ve a saltos desde ayer por la noche']],
  },
  {
    ...home,
    who: 'Amparo Gil',
    page: 'moving',
    at: minutesAgo(41),
    lines: [
      [0, 'visitor', 'Me mudo el día 1 y quiero llevarme la fibra. ¿Tengo que pagar otra instalación?'],
      [3, 'marta', 'Hola, Amparo. No pagas nada si es en nuestra zona. Dime la dirección y lo miro.'],
      [4, 'visitor', 'Paseo de la Alameda 118, puerta 9. El piso era de mi tía y tenía internet con vosotros.'],
      [3, 'marta', 'Perfecto. ¿Me mandas su última factura? Con el número de línea voy directa.'],
      [5, 'visitor', sendFile('factura-amparo.pdf')],
    ],
  },
  {
    ...home,
    who: 'Joaquim Soler',
    page: 'plans',
    at: minutesAgo(30),
    lines: [
      [0, 'visitor', 'Buenas, tengo la tarifa Patio y me ofrecéis la Plaza.'],
      [2, 'marta', 'Hola, Joaquim. Sí, son 7 € más al mes y pasas de 300 a 600 Mb. ¿Qué quieres saber?'],
      [8, 'visitor', 'Mi router es el antiguo, el blanco pequeño.'],
      [2, 'marta', 'Ese llega justo a 600 por cable. Por wifi se quedaría en unos 250.'],
      [6, 'visitor', '¿Y el wifi 6 entra en mi tarifa o se paga aparte?'],
    ],
  },
  {
    ...home,
    who: 'Lucía Ferrer',
    page: 'faults',
    at: minutesAgo(33),
    lines: [
      [0, 'visitor', 'Sin internet tras cambiar el router\nLo cambié ayer y la luz LOS está en rojo.'],
      [2, 'marta', 'Hola, Lucía. Al router no le llega señal. ¿El cable de la punta verde entra hasta hacer clic?'],
      [4, 'visitor', sendFile('luces-router.png', 'Hace clic, pero sigue igual')],
      [
        5,
        'marta',
        'Gracias por la foto. Apágalo, cuenta hasta treinta, quita el cable verde, mira que la punta esté limpia y enciéndelo.',
      ],
      [
        3,
        'marta',
        note(
          'La ONT responde, pero el alta no está en la OLT del Ensanche. La he reenviado dos veces. Diego, ¿puedes mirar el puerto?',
        ),
      ],
      [8, 'visitor', 'Nada, sigue en rojo. Y mañana teletrabajo.'],
      [
        2,
        'diego',
        note('Puerto 0/3/11 con el alta antigua bloqueada. La borro y la repito; en diez minutos debería sincronizar.'),
      ],
      [3, 'marta', 'Ya lo tenemos: el alta de tu router viejo seguía puesta. La estamos repitiendo, no toques nada.'],
      [4, 'visitor', 'Vale. ¿Va a venir alguien?'],
    ],
  },
  {
    ...home,
    who: 'Iker Zabala',
    page: 'faults',
    at: minutesAgo(36),
    lines: [
      [0, 'visitor', 'No puedo abrir puertos en el router para ver las cámaras de la tienda.'],
      [
        4,
        'marta',
        'Hola, Iker. Tu línea estaba detrás de una IP compartida. Te acabo de pasar a una propia, sin coste.',
      ],
      [7, 'visitor', '¿Tengo que reiniciar?'],
      [3, 'marta', 'Sí, una vez. Prueba ahora y me cuentas.'],
    ],
  },
  {
    ...home,
    who: 'Carmen Maldonado',
    page: 'account',
    at: minutesAgo(62),
    lines: [
      [0, 'visitor', 'Necesito que venga un técnico a mover la roseta, vamos a pintar el salón.'],
      [5, 'marta', 'Hola, Carmen. Cambiar la roseta de pared son 35 €. ¿Qué días te van bien?'],
      [11, 'visitor', 'El jueves por la mañana, antes de las doce.'],
      [4, 'marta', 'Te lo dejo apuntado para el jueves, de 9 a 11. La técnica te llama media hora antes.'],
    ],
  },
  {
    ...home,
    who: 'Fátima El Amrani',
    page: 'faults',
    at: minutesAgo(27),
    lines: [
      [0, 'visitor', '¿Qué cable del router va a la pared? Se me han soltado todos al limpiar.'],
      [3, 'ines', 'Hola, Fátima. Te paso con Diego, que te guía paso a paso.'],
      [1, 'ines', handOver('diego')],
      [2, 'diego', 'Hola. Busca el cable fino, el de las puntas verdes. ¿Lo tienes?'],
      [5, 'visitor', 'Sí, el cable blanco que sale de la pared'],
      [
        2,
        'diego',
        'Ese. Mételo en el hueco verde de la ONT, hasta que haga clic. El gris va de la ONT al puerto rojo del router.',
      ],
    ],
  },
  {
    ...home,
    who: 'Rubén Castaño',
    page: 'account',
    at: minutesAgo(24),
    lines: [
      [0, 'visitor', '¿Dónde descargo mi contrato? Me lo piden para una ayuda del ayuntamiento.'],
      [4, 'ines', 'Hola, Rubén. Está en tu área de cliente, en «Documentos». ¿Puedes entrar?'],
      [6, 'visitor', 'No me acuerdo de la contraseña'],
      [3, 'ines', 'Te paso el enlace del contrato por correo y otro para poner una contraseña nueva.'],
    ],
  },
  {
    ...english,
    who: 'Tom Whitaker',
    page: 'account',
    at: minutesAgo(22),
    lines: [
      [0, 'visitor', 'Hi, I can send e-mail from my laptop but not from my phone.'],
      [2, 'oliver', 'Hello Tom. Which app do you use on the phone, and what does it say?'],
      [5, 'visitor', 'The one it came with. “Cannot verify server identity”.'],
      [4, 'oliver', 'That is the old server name. Change it to smtp.alameda.example, port 465, and tick SSL.'],
      [6, 'visitor', 'Where do I find that? I only see “Outgoing mail server”.'],
    ],
  },
  {
    ...home,
    who: 'Vicent Almela',
    page: 'plans',
    at: minutesAgo(19),
    lines: [
      [0, 'visitor', 'Si añado una línea móvil, ¿me sale en la misma factura?'],
      [3, 'diego', 'Hola, Vicent. Sí, en la misma, con una línea aparte para que veas qué es cada cosa.'],
      [4, 'visitor', 'Genial. ¿Y puedo conservar mi número?'],
      [
        2,
        'diego',
        'Claro. Necesito tu DNI y el nombre de tu compañía de ahora. La portabilidad tarda un día laborable.',
      ],
    ],
  },
  {
    ...english,
    who: 'Grace Holloway',
    page: 'moving',
    at: minutesAgo(88),
    lines: [
      [0, 'visitor', 'We are moving to the old town in two weeks. Can we keep the same plan?'],
      [6, 'oliver', 'Hello Grace. Yes, we cover all of it. Same plan, same price, and the move is free.'],
      [9, 'visitor', 'Lovely. There is a socket in the hall, so I suppose there was.'],
      [5, 'oliver', 'Then you can plug in the router yourself. I have booked the switch for the day you move.'],
      [7, 'visitor', 'Thank you so much, that was easy.'],
      [2, 'oliver', 'You are welcome. Enjoy the new house!'],
      [1, 'oliver', end],
    ],
  },
];
