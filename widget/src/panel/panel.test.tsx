// @vitest-environment happy-dom
import { texts as closedTexts } from '@ventanilla/shared/i18n/widget/closed/es';
import { texts as homeTexts } from '@ventanilla/shared/i18n/widget/home/es';
import { texts as mineTexts } from '@ventanilla/shared/i18n/widget/mine/es';
import { texts as talkTexts } from '@ventanilla/shared/i18n/widget/talk/es';
import { anEntry } from '@ventanilla/shared/testing/builders';
import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyModel, type Model } from '../model/model.ts';
import { App } from './App.tsx';
import * as closed from './closed/Closed.tsx';
import * as mine from './mine/Mine.tsx';
import type { Parts } from './parts.ts';
import type { Scene } from './scene.ts';
import * as talkPart from './talk/Conversation.tsx';
import { createTimes } from './times.ts';

const texts = { ...homeTexts, ...talkTexts, ...mineTexts };
const parts: Parts = {
  talk: { ...talkPart, texts },
  mine: { ...mine, texts },
  closed: { ...closed, texts: { ...homeTexts, ...closedTexts } },
};
const now = new Date(2026, 10, 25, 12).getTime();
let box: HTMLElement;
let did: string[];
let drafts: Record<string, string>;

beforeEach(() => {
  document.body.replaceChildren();
  box = document.body.appendChild(document.createElement('div'));
  did = [];
  drafts = {};
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
    expect(did.join()).toMatch(/^begin/);
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
