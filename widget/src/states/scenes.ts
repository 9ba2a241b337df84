import type { DemoState } from '@ventanilla/shared/demo-states';
import type { OpeningHours } from '@ventanilla/shared/entities/site';
import type { SiteAvailability } from '@ventanilla/shared/wire/visitor';
import { emptyModel, type Model } from '../model/model.ts';
import type { Screen } from '../panel/scene.ts';
import { conversationId, type Story } from './story.ts';

/** What a server and a visitor's browser would know in one state; the panel makes the rest of it. */
export interface StateScene {
  availability: SiteAvailability;
  model: Model;
  screen: Screen;
  /** What the browser says of the network. */
  isOnline: boolean;
  /** Chosen on the page, as if pasted. */
  files: File[];
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const day = [
  { from: 9 * 60, to: 14 * 60 },
  { from: 15 * 60 + 30, to: 19 * 60 },
];
const openingHours: OpeningHours = { mon: day, tue: day, wed: day, thu: day, fri: day };

export function scenesOf(story: Story, now: number): Record<DemoState, Partial<StateScene>> {
  const { say, asks, answers, line, ticket, talking, waiting } = story;
  const here: SiteAvailability = {
    isOpen: true,
    opensAt: 0,
    hasAgent: true,
    queueLength: 0,
    typicalWaitMs: 2 * minuteMs,
    replyBy: now + dayMs,
    week: null,
  };
  const opensAt = new Date(now + dayMs).setHours(9, 0, 0, 0);
  const closed: SiteAvailability = {
    ...here,
    isOpen: false,
    opensAt,
    hasAgent: false,
    replyBy: opensAt + 4 * 60 * minuteMs,
    week: { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, openingHours },
  };
  const question = asks(
    say('La luz LOS está en rojo y no hay internet', 'The LOS light is red and there is no internet'),
  );
  const answer = answers(
    say('Lo miro ahora mismo. ¿Se ha movido el cable?', 'I am looking into it. Was the cable moved?'),
  );
  const moved = say('Sí, al limpiar', 'Yes, while cleaning');
  const chat = [question, line({ line: 'taken', agentName: 'Marta Ruiz' }), answer];
  const inTalk = { availability: here, screen: { name: 'conversation', key: conversationId } } as const;
  const queued = { state: 'queued', assignee: null, agentReadSeq: 0, pickUpBy: now + 3 * minuteMs } as const;
  const ended = { state: 'ended', outcome: 'ticketed' } as const;

  return {
    open: { availability: here },
    closed: { availability: closed },
    holiday: { availability: { ...closed, holiday: { from: '', to: '', name: say('Fiesta local', 'Local holiday') } } },
    nobody: { availability: { ...here, hasAgent: false } },
    queue: {
      ...inTalk,
      model: {
        ...talking([question], queued),
        places: { [conversationId]: { place: 7, waitMs: 12 * minuteMs } },
      },
    },
    agentTyping: { ...inTalk, model: { ...talking(chat), writers: { [conversationId]: 'Marta Ruiz' } } },
    agentLeft: {
      ...inTalk,
      model: {
        ...talking([...chat, asks(moved), line({ line: 'returned_to_queue' })], queued),
        places: { [conversationId]: { place: 1, waitMs: 2 * minuteMs } },
      },
    },
    reconnecting: { ...inTalk, model: { ...talking(chat), link: 'lost', lostAt: now } },
    offline: {
      ...inTalk,
      isOnline: false,
      model: {
        ...talking(chat),
        link: 'lost',
        lostAt: now - 4 * minuteMs,
        outgoing: waiting([moved, say('¿Lo vuelvo a meter?', 'Shall I push it back in?')]),
      },
    },
    httpDoor: { ...inTalk, model: talking([...chat, asks(moved)]) },
    couldNotSend: { ...inTalk, model: { ...talking(chat), outgoing: waiting([moved], { refusal: 'internal' }) } },
    fileTooLarge: {
      ...inTalk,
      model: talking(chat),
      files: [new File([new Uint8Array(48 * 1024 * 1024)], say('tele-a-saltos.mov', 'jumpy-tv.mov'))],
    },
    storageBlocked: {
      ...inTalk,
      model: { ...talking(chat, { address: '' }), isDurable: false },
    },
    blocked: {
      ...inTalk,
      model: {
        ...talking(chat, { isWritable: false, isBlocked: true }),
        outgoing: waiting([moved], { refusal: 'blocked' }),
      },
    },
    rated: {
      ...inTalk,
      model: talking([...chat, asks(moved), answers(say('Ya está: buen día.', 'There it is. Have a good day.'))], {
        state: 'ended',
        outcome: 'answered',
        rating: 'good',
      }),
    },
    ticketPending: {
      ...inTalk,
      model: talking(
        [
          ...chat,
          line({ line: 'ticketed', ticketNumber: 'VEN-1042' }),
          answers(say('¿Nos mandas una foto de la caja?', 'Could you send us a picture of the box?')),
          line({ line: 'status_changed', status: 'pending' }),
        ],
        { ...ended, ticket: ticket({ status: 'pending', dueAt: 0 }) },
      ),
    },
    ticketReopened: {
      ...inTalk,
      model: talking(
        [
          question,
          line({ line: 'ticketed', ticketNumber: 'VEN-1042' }),
          answers(say('Cambiado el conector: ya hay señal.', 'We changed the plug: the signal is back.')),
          line({ line: 'status_changed', status: 'solved' }),
          asks(say('Otra vez en rojo', 'Red again')),
          line({ line: 'status_changed', status: 'open' }),
        ],
        { ...ended, ticket: ticket() },
      ),
    },
    incident: {
      availability: {
        ...here,
        incident: {
          texts: {
            es: 'Corte de fibra en Benimaclet\nUna obra ha cortado el cable. Lo esperamos arreglado hoy a las 17:00.',
            en: 'Fibre cut in Benimaclet\nRoadworks cut the cable. We expect it back today at 5 pm.',
          },
          changedAt: now - 6 * minuteMs,
        },
      },
    },
    upgrading: {
      ...inTalk,
      model: { ...talking(chat), link: 'lost', lostAt: now - 20_000, outgoing: waiting([moved]) },
    },
  };
}

export const usualScene: Omit<StateScene, 'availability'> = {
  model: emptyModel,
  screen: { name: 'home' },
  isOnline: true,
  files: [],
};
