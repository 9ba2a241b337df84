// @vitest-environment happy-dom

import type { VisitorTicket } from '@ventanilla/shared/entities/ticket';
import { texts as comfortTexts } from '@ventanilla/shared/i18n/widget/comfort/es';
import { anEntry } from '@ventanilla/shared/testing/builders';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Model } from '../model/model.ts';
import { answered, asked, button, find, now, openStage, press, type Stage, talking, texts } from '../testing/stage.tsx';

let stage: Stage;

beforeEach(() => {
  stage = openStage();
});

describe('the composer', () => {
  it('sends on Enter, breaks the line on Shift+Enter, and leaves Enter to whoever composes a letter', () => {
    stage.show({ model: talking() });
    const field = find<HTMLTextAreaElement>('textarea');
    press(field, 'Enter', { shiftKey: true });
    press(field, 'Enter', { isComposing: true });
    press(field, 'Enter', { keyCode: 229 });
    expect(stage.did).toEqual([]);
    press(field, 'Enter');
    expect(stage.did).toEqual(['send cnv_1']);
  });

  it('gives way to a new beginning when the conversation is over', () => {
    stage.show({ model: talking({ state: 'ended', outcome: 'answered', isWritable: false }) });
    expect(document.querySelector('textarea')).toBeNull();
    find('.foot button').click();
    expect(stage.did.join()).toContain('begin');
  });
});

describe('a message', () => {
  it('is text, whatever it looks like', () => {
    stage.show({ model: talking({}, [asked('<img src=x onerror=alert(1)><b>no</b>')]) });
    expect(document.querySelector('.bubble img, .bubble b')).toBeNull();
    expect(find('.bubble').textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('says in words whether it was sent or read', () => {
    stage.show({ model: talking() });
    expect(find('.meta').textContent).toContain('Enviado');
    stage.show({ model: talking({ agentReadSeq: 1 }) });
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
    stage.show({ model: { ...talking(), outgoing: [waiting], link: 'lost', lostAt: now } });
    expect(find('.waiting .meta').textContent).toBe(texts.waiting);
    expect(find('[role="status"]').textContent).toContain('saldrá solo');
  });

  it('that waits since one o’clock, or since yesterday, says so as people do', () => {
    const lateYesterday = new Date(2026, 10, 24, 23, 10).getTime();
    const lostAt = new Date(2026, 10, 25, 1, 5).getTime();
    stage.show({ model: { ...talking(), outgoing: [waiting], link: 'lost', lostAt }, isOnline: false });
    expect(find('[role="status"]').textContent).toContain('Sin conexión desde hoy a la 1:05.');
    stage.show({ model: { ...talking(), outgoing: [waiting], link: 'lost', lostAt: lateYesterday }, isOnline: false });
    expect(find('[role="status"]').textContent).toContain('Sin conexión desde ayer a las 23:10.');
  });

  it('that waits at a door that is closed for good does not blame the network', () => {
    stage.show({ model: { ...talking(), outgoing: [waiting], link: 'refused', refusal: 'origin_not_allowed' } });
    expect(find('.waiting .meta').textContent).toBe(texts.notSent);
    expect(find('[role="status"]').textContent).toContain(texts.refusal.origin_not_allowed);
  });

  it('that was refused keeps its words, says why, and offers both ways out', () => {
    stage.show({ model: { ...talking(), outgoing: [{ ...waiting, refusal: 'forbidden' }] } });
    expect(find('.failed .meta').textContent).toContain(texts.refusal.forbidden);
    for (const button of document.querySelectorAll<HTMLElement>('.failed button')) button.click();
    expect(stage.did).toEqual(['retry c2', 'discard c2']);
  });

  it.each(['too_large', 'invalid'] as const)('that will never be taken (%s) goes back into the field', (refusal) => {
    const late = { ...talking(), outgoing: [{ ...waiting, refusal }] };
    stage.show({ model: late });
    button(texts.mend).click();
    expect(stage.did).toEqual(['setDraft cnv_1 espera', 'discard c2']);
    stage.drafts = { cnv_1: 'otra cosa' };
    stage.show({ model: late });
    expect(find('.failed button').textContent).toBe(texts.tryAgain);
  });

  it('that came too late can be sent as a new question, with what was written after it', () => {
    const late = { ...waiting, refusal: 'not_writable' as const };
    stage.show({ model: { ...talking(), outgoing: [late, { ...late, clientId: 'c3' }] } });
    button(texts.sendAsNew).click();
    const [first, second, shown] = stage.did;
    const key = first?.split(' ')[2];
    expect([first, second]).toEqual([`retry c2 ${key}`, `retry c3 ${key}`]);
    expect(shown).toBe(`show ${JSON.stringify({ name: 'conversation', key })}`);
  });
});

it('a ticket shows its number, who has it, and by when', () => {
  const ticket = {
    id: 'tkt_1' as const,
    number: 'VEN-1042',
    status: 'new' as const,
    reason: 'not_picked_up' as const,
    follows: '',
    responsible: 'Marta Ruiz',
    isPerson: true,
    receivedAt: now,
    dueAt: new Date(2026, 10, 26, 17, 22).getTime(),
  };
  stage.show({ model: talking({ state: 'ended', outcome: 'ticketed', ticket }) });
  const slip = find('[aria-label="Ticket VEN-1042"]').textContent;
  expect(slip).toContain('Lo lleva Marta Ruiz');
  expect(slip).toContain('Respuesta mañana antes de las 17:22');
  expect(find('textarea').getAttribute('placeholder')).toBe('Añadir algo al ticket');

  stage.show({ model: talking({ state: 'ended', outcome: 'ticketed', ticket }), screen: { name: 'home' } });
  expect(find('.row').textContent).toBe('Sin internetRecibidoVEN-1042 · Marta Ruiz · mañana antes de las 17:22');
});

describe('what a ticket promises', () => {
  const ticket: VisitorTicket = {
    id: 'tkt_1',
    number: 'VEN-1042',
    status: 'open',
    reason: 'agent_decided',
    follows: '',
    responsible: 'Marta Ruiz',
    isPerson: true,
    receivedAt: now,
    dueAt: now - 60 * 60_000,
  };
  const line = anEntry({ seq: 3, kind: 'system', system: { line: 'ticketed', ticketNumber: 'VEN-1042' } });
  const shown = (changes: Partial<VisitorTicket>) => {
    const { threads } = answered();
    const entries = [...(threads.cnv_1?.entries ?? []), line];
    const model = talking({ state: 'ended', outcome: 'ticketed', ticket: { ...ticket, ...changes } }, entries);
    const slip = stage.show({ model }).querySelector('.stub')?.textContent;
    const row = stage.show({ model, screen: { name: 'home' } }).querySelector('.row small')?.textContent;
    return { slip, row };
  };

  it('is said to be late when it is', () => {
    expect(shown({}).slip).toContain('Vamos con retraso: te prometimos respuesta hoy antes de las 11:00');
    expect(shown({}).row).toBe('VEN-1042 · Marta Ruiz');
  });

  it.each(['pending', 'onHold', 'solved', 'closed'] as const)('is nothing while it is %s', (status) => {
    const { slip, row } = shown({ status, dueAt: now + 60_000 });
    expect(slip).toMatch(/Lo lleva Marta Ruiz$/);
    expect(row).not.toContain('antes de');
  });

  it('is kept once somebody has answered', () => {
    expect(shown({ dueAt: 0 })).toEqual({
      slip: expect.stringMatching(/Lo lleva Marta Ruiz$/),
      row: 'VEN-1042 · Marta Ruiz',
    });
  });
});

it('Escape closes, and the field of the home screen carries its words along', () => {
  stage.show({ screen: { name: 'home' } });
  press(find('.field'), 'Escape');
  find('form').dispatchEvent(new Event('submit', { cancelable: true }));
  expect(stage.did).toEqual(['close', 'begin']);
});

it('says when storage is blocked, and when the server does not want this page', () => {
  stage.show({ model: { ...talking(), isDurable: false } });
  expect(find('[role="status"]').textContent).toContain('No cierres esta página');
  stage.show({ model: { ...talking(), link: 'refused', refusal: 'forbidden' } });
  expect(find('[role="status"]').textContent).toContain(texts.refusal.forbidden);
});

it('takes a short absence of the server lightly, and says of a longer one that it may be updating', () => {
  const said = () => find('[role="status"]').textContent.trim();
  stage.show({ model: { ...talking(), link: 'lost', lostAt: now - 9_000 } });
  expect(said()).toBe(comfortTexts.reconnecting);
  stage.show({ model: { ...talking(), link: 'lost', lostAt: now - 11_000 } });
  expect(said()).toBe(`${comfortTexts.away} ${texts.tryNow}`);
  find('[role="status"] button').click();
  expect(stage.did).toEqual(['reconnect']);
  stage.show({ model: { ...talking(), link: 'lost', lostAt: now - 11_000 }, isOnline: false });
  expect(said()).toContain('Sin conexión desde hoy a las 11:59. Lo que escribas se guarda');
});

it('of a page that is older than the server it says that loading it again helps, and trying does not', () => {
  stage.show({ model: { ...talking(), link: 'refused', refusal: 'unsupported_protocol' } });
  expect(find('[role="status"]').textContent).toBe(`${texts.refusal.unsupported_protocol} `);
});

it('[DL6] a conversation begun on this page is opened under the name that keeps its unfinished words and files', () => {
  stage.show({ screen: { name: 'home' }, model: { ...talking(), started: { start_1: 'cnv_1' } } });
  find('button.row').click();
  stage.show({ screen: { name: 'home' }, model: talking() });
  find('button.row').click();
  const opened = stage.did.filter((one) => one.startsWith('show'));
  expect(opened.map((one) => JSON.parse(one.slice(5)).key)).toEqual(['start_1', 'cnv_1']);
});
