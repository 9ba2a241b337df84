// @vitest-environment happy-dom
import { texts as closedTexts } from '@ventanilla/shared/i18n/widget/closed/es';
import { texts as endingTexts } from '@ventanilla/shared/i18n/widget/ending/es';
import { texts as homeTexts } from '@ventanilla/shared/i18n/widget/home/es';
import { texts as liveTexts } from '@ventanilla/shared/i18n/widget/live/es';
import { texts as mineTexts } from '@ventanilla/shared/i18n/widget/mine/es';
import { texts as talkTexts } from '@ventanilla/shared/i18n/widget/talk/es';
import { anEntry } from '@ventanilla/shared/testing/builders';
import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyModel, type Model } from '../model/model.ts';
import { App } from './App.tsx';
import * as closed from './closed/Closed.tsx';
import * as ending from './ending/Ending.tsx';
import * as live from './live/Live.tsx';
import * as mine from './mine/Mine.tsx';
import type { Parts } from './parts.ts';
import type { Scene } from './scene.ts';
import * as talkPart from './talk/Conversation.tsx';
import { createTimes } from './times.ts';

const texts = { ...homeTexts, ...talkTexts, ...liveTexts, ...mineTexts };
const parts: Parts = {
  talk: { ...talkPart, texts },
  live: { ...live, texts },
  mine: { ...mine, texts },
  closed: { ...closed, texts: { ...homeTexts, ...closedTexts } },
  ending: { ...ending, texts: { ...texts, ...endingTexts } },
};
const now = new Date(2026, 10, 25, 12).getTime();
let box: HTMLElement;
let did: string[];
let drafts: Record<string, string>;
let wishesComeTrue: boolean;
let wanted: string[];

beforeEach(() => {
  document.body.replaceChildren();
  box = document.body.appendChild(document.createElement('div'));
  did = [];
  drafts = {};
  wishesComeTrue = true;
  wanted = [];
});

function show(scene: Partial<Scene>): HTMLElement {
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      did.push([name, ...args.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))].join(' '));
    };
  render(
    <App
      isOpen
      texts={homeTexts}
      parts={parts}
      times={createTimes('es', ['es'], homeTexts)}
      now={now}
      siteName="Alameda Fibra"
      isSiteOpen
      availability={undefined}
      isAsking={false}
      screen={{ name: 'conversation', key: 'cnv_1' }}
      model={emptyModel}
      isIncomplete={false}
      isOnline
      draft={(key) => drafts[key] ?? ''}
      actions={{
        close: note('close'),
        show: note('show'),
        begin: note('begin'),
        leaveMessage: note('leaveMessage'),
        setDraft: note('setDraft'),
        send: note('send'),
        retry: note('retry'),
        discard: note('discard'),
        reconnect: note('reconnect'),
        want: (part) => wanted.push(part),
        wish: async (name, input) => {
          did.push(`${name} ${JSON.stringify(input)}`);
          return wishesComeTrue;
        },
      }}
      {...scene}
    />,
    box,
  );
  return box;
}

function find<E extends HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

const press = (target: HTMLElement, key: string, more = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

const conversation: Model['conversations'][number] = {
  id: 'cnv_1',
  state: 'queued',
  outcome: '',
  subject: 'Sin internet',
  assignee: null,
  ticket: null,
  pickUpBy: new Date(2026, 10, 25, 12, 3).getTime(),
  isWritable: true,
  lastSeq: 1,
  readSeq: 0,
  agentReadSeq: 0,
  rating: '',
  ratingComment: '',
  createdAt: now,
  version: 1,
};

const entry = (body: string) =>
  anEntry({ seq: 1, kind: 'message', authorKind: 'visitor', authorId: 'vis_1', body, createdAt: now });

const talk = (changes: Partial<typeof conversation> = {}, body = 'Hola'): Model => ({
  ...emptyModel,
  link: 'online',
  isListed: true,
  conversations: [{ ...conversation, ...changes }],
  threads: { cnv_1: { entries: [entry(body)], heardSeq: 1, isLoaded: true } },
});

describe('the composer', () => {
  it('sends on Enter, breaks the line on Shift+Enter, and leaves Enter to whoever composes a letter', () => {
    show({ model: talk() });
    const field = find<HTMLTextAreaElement>('textarea');
    press(field, 'Enter', { shiftKey: true });
    press(field, 'Enter', { isComposing: true });
    expect(did).toEqual([]);
    press(field, 'Enter');
    expect(did).toEqual(['send cnv_1']);
  });

  it('gives way to a new beginning when the conversation is over', () => {
    show({ model: talk({ state: 'ended', outcome: 'answered', isWritable: false }) });
    expect(document.querySelector('textarea')).toBeNull();
    find('.foot button').click();
    expect(did.join()).toContain('begin');
  });
});

describe('a message', () => {
  it('is text, whatever it looks like', () => {
    show({ model: talk({}, '<img src=x onerror=alert(1)><b>no</b>') });
    expect(document.querySelector('.bubble img, .bubble b')).toBeNull();
    expect(find('.bubble').textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('says in words whether it was sent or read', () => {
    show({ model: talk() });
    expect(find('.meta').textContent).toContain('Enviado');
    show({ model: talk({ agentReadSeq: 1 }) });
    expect(find('.meta').textContent).toContain('Leído');
  });

  const waiting: Model['outgoing'][number] = {
    position: 1,
    clientId: 'c2',
    startId: '',
    conversationId: 'cnv_1',
    body: 'espera',
    context: { pageUrl: '', pageTitle: '', referrer: '', userAgent: '', language: '', timeZone: '', viewport: '' },
    writtenAt: now,
    refusal: '',
  };

  it('that waits says so, and that it will leave by itself', () => {
    show({ model: { ...talk(), outgoing: [waiting], link: 'lost', lostAt: now } });
    expect(find('.waiting .meta').textContent).toBe(texts.waiting);
    expect(find('[role="status"]').textContent).toContain('saldrá solo');
  });

  it('that waits at a door that is closed for good does not blame the network', () => {
    show({ model: { ...talk(), outgoing: [waiting], link: 'refused', refusal: 'origin_not_allowed' } });
    expect(find('.waiting .meta').textContent).toBe(texts.notSent);
    expect(find('[role="status"]').textContent).toContain(texts.refusal.origin_not_allowed);
  });

  it('that was refused keeps its words, says why, and offers both ways out', () => {
    show({ model: { ...talk(), outgoing: [{ ...waiting, refusal: 'too_large' }] } });
    expect(find('.failed .meta').textContent).toContain(texts.refusal.too_large);
    for (const button of document.querySelectorAll<HTMLElement>('.failed button')) button.click();
    expect(did).toEqual(['retry c2', 'discard c2']);
  });
});

/** Everything that was begun by a click has been drawn. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

describe('the queue', () => {
  const placed = (place: number, waitMs = 0) => ({ ...talk(), places: { cnv_1: { place, waitMs } } });

  it('is a place, a time, and who stands before', () => {
    show({ model: placed(3, 330_000) });
    expect(find('.place').textContent).toBe('Eres el 3.º unos 6 min');
    expect(find('.line-up').textContent).toBe('tú, detrás de dos personas'.replace('dos', '2'));
    expect(document.querySelectorAll('.line-up i')).toHaveLength(3);
    show({ model: placed(1) });
    expect(find('.line-up').textContent).toBe('te toca ahora');
    show({ model: placed(40) });
    expect(document.querySelectorAll('.line-up i')).toHaveLength(0);
  });

  it('has two ways out, each asked once and told when it did not work', async () => {
    wishesComeTrue = false;
    show({ model: placed(3) });
    button(texts.askTicket).click();
    button(texts.askTicket).click();
    await settle();
    expect(did).toEqual(['ticket:ask {"conversationId":"cnv_1"}']);
    expect(find('[role="alert"]').textContent).toBe(texts.notDone);
    wishesComeTrue = true;
    button(texts.withdraw).click();
    await settle();
    expect(did.at(-1)).toBe('conversation:withdraw {"conversationId":"cnv_1"}');
  });

  it('of whoever was left alone goes before the others', () => {
    const model = talk();
    const returned = anEntry({ seq: 2, kind: 'system', system: { line: 'returned_to_queue' }, createdAt: now });
    show({
      model: { ...model, threads: { cnv_1: { entries: [entry('Hola'), returned], heardSeq: 2, isLoaded: true } } },
    });
    expect(find('.card').textContent).toContain(texts.returnedKept);
  });
});

/** Asked, and answered by Marta. */
const answered = (changes: Partial<typeof conversation> = {}): Model => {
  const model = talk({ state: 'active', assignee: { id: 'agt_1', name: 'Marta Ruiz' }, ...changes });
  const answer = anEntry({
    seq: 2,
    kind: 'message',
    authorKind: 'agent',
    authorId: 'agt_1',
    authorName: 'Marta Ruiz',
    body: 'Ya está',
    createdAt: now,
  });
  return { ...model, threads: { cnv_1: { entries: [entry('Hola'), answer], heardSeq: 2, isLoaded: true } } };
};

it('whoever writes an answer is seen to, and then nobody is asked whether it is solved', () => {
  show({ model: { ...answered(), writers: { cnv_1: 'Marta Ruiz' } } });
  expect(find('[role="img"]').getAttribute('aria-label')).toBe('Marta Ruiz está escribiendo');
  expect(document.body.textContent).not.toContain(texts.alreadySolved);
  show({ model: answered() });
  button(texts.alreadySolved).click();
  expect(did).toEqual(['conversation:confirm {"conversationId":"cnv_1","isSolved":true}']);
});

describe('when it is over', () => {
  const over = { state: 'ended', outcome: 'answered' } as const;

  it('it asks for its part, whether it is solved, and then how it was', async () => {
    show({ model: answered(over), parts: { ...parts, ending: undefined } });
    expect(wanted).toEqual(['live', 'ending']);
    show({ model: answered(over) });
    button(endingTexts.yes).click();
    await settle();
    expect(did.at(-1)).toBe('conversation:confirm {"conversationId":"cnv_1","isSolved":true}');
    button('Regular').click();
    await settle();
    expect(did.at(-1)).toBe('conversation:rate {"conversationId":"cnv_1","rating":"fair","comment":""}');
  });

  it('"no" is one tap away', async () => {
    show({ model: answered(over) });
    button(endingTexts.no).click();
    await settle();
    expect(did.at(-1)).toBe('conversation:confirm {"conversationId":"cnv_1","isSolved":false}');
  });

  it('a rating can be changed, and has a comment for those who like', async () => {
    show({ model: answered({ ...over, rating: 'good', ratingComment: 'Rápido' }) });
    expect(find('[aria-pressed="true"]').textContent).toBe('Bien');
    const field = find<HTMLTextAreaElement>('.rating textarea');
    expect(field.value).toBe('Rápido');
    field.value = 'Rápido y claro';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    find<HTMLFormElement>('.rating form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await settle();
    expect(did.at(-1)).toContain('"rating":"good","comment":"Rápido y claro"');
    expect(find('.saved').textContent).toBe(endingTexts.savedComment);
    button('Mal').click();
    await settle();
    expect(did.at(-1)).toContain('"rating":"bad"');
  });

  it('a rating that could not be kept is said', async () => {
    wishesComeTrue = false;
    show({ model: answered({ ...over, rating: 'good' }) });
    button('Mal').click();
    await settle();
    expect(find('.saved').textContent).toBe(texts.notDone);
  });
});

it('while nobody has it, the hour is said after which it becomes a number', () => {
  expect(show({ model: talk() }).textContent).toContain('Si nadie te atiende hoy antes de las 12:03');
});

it('a ticket shows its number, who has it, and by when', () => {
  const ticket = {
    id: 'tkt_1' as const,
    number: 'VEN-1042',
    status: 'new' as const,
    reason: 'not_picked_up' as const,
    responsible: 'Marta Ruiz',
    isPerson: true,
    receivedAt: now,
    dueAt: new Date(2026, 10, 26, 17, 22).getTime(),
  };
  show({ model: talk({ state: 'ended', outcome: 'ticketed', ticket }) });
  const slip = find('[aria-label="Ticket VEN-1042"]').textContent;
  expect(slip).toContain('Lo lleva Marta Ruiz');
  expect(slip).toContain('Respuesta mañana antes de las 17:22');
  expect(find('textarea').getAttribute('placeholder')).toBe('Añadir algo al ticket');

  show({ model: talk({ state: 'ended', outcome: 'ticketed', ticket }), screen: { name: 'home' } });
  expect(find('.row').textContent).toBe('Sin internetRecibidoVEN-1042 · Marta Ruiz · mañana antes de las 17:22');
});

it('Escape closes, and the field of the home screen carries its words along', () => {
  show({ screen: { name: 'home' } });
  press(find('.field'), 'Escape');
  find('form').dispatchEvent(new Event('submit', { cancelable: true }));
  expect(did).toEqual(['close', 'begin']);
});

it('says when storage is blocked, and when the server does not want this page', () => {
  show({ model: { ...talk(), isDurable: false } });
  expect(find('[role="status"]').textContent).toContain('No cierres esta página');
  show({ model: { ...talk(), link: 'refused', refusal: 'forbidden' } });
  expect(find('[role="status"]').textContent).toContain(texts.refusal.forbidden);
});
