import { daysAgo, makeTicket, minutesAgo, note, type Story, sendFile, setStatus, triage } from '../story.ts';

/** Tickets of the customers' site that wait for the customer (pending) or for somebody else (on hold). */

const home = { site: 'home', locale: 'es' } as const;
const english = { site: 'home', locale: 'en' } as const;

export const paused: readonly Story[] = [
  {
    ...english,
    who: 'Marcus Bell',
    page: 'invoices',
    at: daysAgo(3, '11:40'),
    lines: [
      [0, 'visitor', 'The reseller’s discount is missing from my invoice'],
      [4, 'oliver', 'Hello Marcus. I am asking them for the code they gave you; we wait for their answer.'],
      [1, 'oliver', makeTicket],
      [0, 'oliver', triage({ type: 'incident', impact: 'low' })],
      [1, 'oliver', setStatus('onHold')],
    ],
  },
  {
    ...home,
    who: 'Rubén Castaño',
    page: 'faults',
    at: minutesAgo(390),
    lines: [
      [0, 'visitor', 'Router con ruido al encender'],
      [4, 'ines', '¿Es un zumbido o un clic? Un vídeo corto nos ayuda mucho.'],
      [7, 'visitor', 'Un zumbido. Luego lo grabo'],
      [2, 'ines', makeTicket],
      [1, 'ines', setStatus('pending')],
    ],
  },
  {
    ...home,
    who: 'Teo Bernabeu',
    page: 'account',
    at: daysAgo(5, '12:40'),
    lines: [
      [0, 'visitor', 'Baja de la línea móvil adicional'],
      [3, 'marta', 'Hola, Teo. Para darla de baja necesito una foto de tu DNI por las dos caras.'],
      [2, 'visitor', 'Cuando llegue a casa la hago'],
      [1, 'marta', 'Sin prisa: te la espero aquí.'],
      [1, 'marta', makeTicket],
      [0, 'marta', triage({ type: 'request' })],
      [1, 'marta', setStatus('pending')],
    ],
  },
  {
    ...english,
    who: 'Emma Clarke',
    page: 'moving',
    at: minutesAgo(830),
    lines: [
      [0, 'visitor', 'Can you install before the furniture arrives?'],
      [4, 'oliver', 'Hello Emma. Yes. I need the landlord’s written permission for the socket, a photo of it is fine.'],
      [6, 'visitor', 'I will ask him tomorrow.'],
      [1, 'oliver', 'Good. I keep the day free for you.'],
      [1, 'oliver', makeTicket],
      [0, 'oliver', triage({ type: 'incident', urgency: 'high', impact: 'high' })],
      [1, 'oliver', setStatus('pending')],
    ],
  },
  {
    ...home,
    who: 'Begoña Lizarraga',
    page: 'account',
    at: daysAgo(4, '16:05'),
    lines: [
      [0, 'visitor', 'Portabilidad parada: dicen que el titular no coincide'],
      [2, 'diego', 'Hola, Begoña. Está a nombre de «B. Lizarraga». ¿Me confirmas el segundo apellido y el NIF?'],
      [3, 'diego', makeTicket],
      [0, 'diego', triage({ urgency: 'low' })],
      [1, 'diego', setStatus('pending')],
    ],
  },
  {
    ...home,
    who: 'Carmen Maldonado',
    page: 'faults',
    at: minutesAgo(560),
    lines: [
      [0, 'visitor', 'Visita para recablear la segunda planta'],
      [5, 'diego', 'Hola, Carmen. Va una técnica con 30 metros de cable. ¿Hay tubo hasta arriba?'],
      [8, 'visitor', sendFile('plano-planta-2.png', 'Sí, por la escalera. Os dejo el plano.')],
      [3, 'diego', 'Perfecto, con el plano basta. Visita pedida para el jueves de 9 a 11.'],
      [1, 'diego', makeTicket],
      [0, 'diego', triage({ type: 'problem', impact: 'high' })],
      [2, 'diego', setStatus('onHold')],
    ],
  },
  {
    ...home,
    who: 'Cerámicas Alcora',
    page: 'faults',
    at: daysAgo(6, '09:30'),
    lines: [
      [0, 'visitor', 'Rotura de arqueta en el polígono'],
      [2, 'visitor', sendFile('arqueta.png', 'Un camión la ha partido y se ven los cables.')],
      [3, 'diego', 'Gracias por avisar. Por ahora el servicio aguanta; la sustituimos en cuanto haya permiso.'],
      [5, 'diego', makeTicket],
      [0, 'diego', triage({ type: 'request', urgency: 'low', impact: 'low' })],
      [30, 'diego', note('Permiso municipal pedido, expediente 2231. Tardan entre 5 y 8 días.')],
      [1, 'diego', setStatus('onHold')],
    ],
  },
  {
    ...english,
    who: 'Tom Whitaker',
    page: 'faults',
    at: daysAgo(3, '18:20'),
    lines: [
      [0, 'visitor', 'The replacement TV remote has not arrived'],
      [
        3,
        'oliver',
        'Sorry, Tom. The courier says it came back to the depot. I am sending another with a tracking number.',
      ],
      [4, 'visitor', 'Thanks. Could you leave it with the neighbour at number 12?'],
      [2, 'oliver', makeTicket],
      [
        0,
        'oliver',
        triage({ type: 'incident', priority: 'urgent', priorityReason: 'Somebody old depends on the line' }),
      ],
      [2, 'oliver', 'Done, the label says so.'],
      [1, 'oliver', setStatus('onHold')],
    ],
  },
  {
    ...home,
    who: 'Consuelo Arribas',
    page: 'faults',
    at: daysAgo(4, '03:35'),
    lines: [
      [0, 'visitor', 'La alarma de casa dice que no hay internet y yo sí tengo'],
      [370, 'ines', 'Buenos días, Consuelo. La alarma usa el puerto 4 y estaba apagado. ¿De qué empresa es?'],
      [2, 'ines', setStatus('pending')],
      [45, 'visitor', 'Es de Centinela. Ya los he llamado y dicen que os toca a vosotros.'],
      [20, 'ines', note('Hablado con Centinela: mandan técnico. Esperamos su parte.')],
      [1, 'ines', setStatus('onHold')],
    ],
  },
];
