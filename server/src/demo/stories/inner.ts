import {
  confirm,
  daysAgo,
  end,
  makeTicket,
  note,
  rate,
  type Story,
  sendFile,
  setStatus,
  take,
  workdaysAgo,
} from '../story.ts';

/** The company's own people, who ask in English; their desk keeps office hours. */

const inner = { site: 'inner', locale: 'en' } as const;

export const innerStories: readonly Story[] = [
  {
    ...inner,
    who: 'Hana Lindholm',
    page: 'intranet',
    at: daysAgo(1, '20:45'),
    lines: [
      [0, 'visitor', 'VPN says “certificate expired” since this evening'],
      [1, 'visitor', 'I work from home tomorrow, so it would be good to have it by nine.'],
    ],
  },
  {
    ...inner,
    who: 'Luca Moretti',
    page: 'equipment',
    at: daysAgo(1, '18:55'),
    lines: [[0, 'visitor', 'A second screen for the planning desk']],
  },
  {
    ...inner,
    who: 'Ana Beltrame',
    page: 'intranet',
    at: daysAgo(2, '19:30'),
    lines: [
      [0, 'visitor', 'New starter on Monday: laptop, badge and mailbox'],
      [1, 'visitor', 'Name: Jon Aranburu, field team, Valencia depot.'],
    ],
  },
  {
    ...inner,
    who: 'Femi Adeyemi',
    page: 'intranet',
    at: workdaysAgo(1, '09:20'),
    lines: [
      [0, 'visitor', 'The billing program closes when I export more than 500 rows'],
      [2, 'oliver', 'Hello Femi. Which version is it? Help, then About.'],
      [3, 'visitor', sendFile('crash-report.txt', '7.4.1. This is what it left behind.')],
      [4, 'oliver', note('Known fault in 7.4.1, fixed in 7.4.2. Ask Pau to roll it out to the whole of billing.')],
      [2, 'oliver', 'Known fault, and 7.4.2 mends it. It reaches you tonight.'],
      [1, 'oliver', makeTicket],
    ],
  },
  {
    ...inner,
    who: 'Katarzyna Nowak',
    page: 'equipment',
    at: workdaysAgo(1, '11:15'),
    lines: [
      [0, 'visitor', 'My headset crackles on calls'],
      [4, 'pau', 'Hi Katarzyna. Does it crackle on another laptop as well?'],
      [7, 'visitor', 'Yes, there too.'],
      [2, 'pau', 'Then it is the headset. A new one is at the front desk for you.'],
      [1, 'pau', makeTicket],
      [1, 'pau', setStatus('pending')],
    ],
  },
  {
    ...inner,
    who: 'Luca Moretti',
    page: 'intranet',
    at: workdaysAgo(2, '16:10'),
    lines: [
      [0, 'visitor', 'The meeting room screen shows no signal'],
      [3, 'pau', take],
      [2, 'pau', 'On my way to have a look, Luca.'],
      [25, 'pau', note('HDMI socket in the table is loose. Spare part ordered, two days.')],
      [1, 'pau', 'The socket in the table is broken; until the part is here, use the cable on the wall.'],
      [1, 'pau', makeTicket],
      [1, 'pau', setStatus('onHold')],
    ],
  },
  {
    ...inner,
    who: 'Femi Adeyemi',
    page: 'intranet',
    at: workdaysAgo(5, '10:05'),
    lines: [
      [0, 'visitor', 'I need access to the refunds folder'],
      [6, 'oliver', 'Your manager has to agree. I have asked her and put you in copy.'],
      [1, 'oliver', makeTicket],
      [190, 'oliver', 'Agreed and done. Sign out and in again.'],
      [1, 'oliver', end],
      [8, 'visitor', rate('good')],
    ],
  },
  {
    ...inner,
    who: 'Hana Lindholm',
    page: 'intranet',
    at: workdaysAgo(8, '14:30'),
    lines: [
      [0, 'visitor', 'The VPN connects, but the map of the network stays empty'],
      [3, 'oliver', 'The map moved to another address last week. Which one is in your bookmark?'],
      [2, 'visitor', 'maps.alameda.example/old'],
      [1, 'oliver', 'Take off “/old” and it is all there.'],
      [2, 'visitor', confirm(true)],
      [1, 'visitor', rate('good', 'Two minutes, from question to answer')],
    ],
  },
  {
    ...inner,
    who: 'Katarzyna Nowak',
    page: 'intranet',
    at: daysAgo(12, '21:10'),
    lines: [
      [0, 'visitor', 'Printer on the second floor prints everything in pink'],
      [1100, 'pau', 'Good morning. The yellow cartridge was empty; it prints as it should now.'],
      [40, 'visitor', 'It does, thanks'],
      [2, 'pau', end],
    ],
  },
  {
    ...inner,
    who: 'Ana Beltrame',
    page: 'equipment',
    at: workdaysAgo(10, '12:20'),
    lines: [
      [0, 'visitor', 'The van tablet does not charge any more'],
      [4, 'pau', 'Which van, Ana? I keep two spares.'],
      [3, 'visitor', 'Number 14.'],
      [1, 'pau', makeTicket],
      [120, 'pau', 'A charged spare is in your pigeonhole. Leave the broken one with me.'],
      [1, 'pau', end],
    ],
  },
];
