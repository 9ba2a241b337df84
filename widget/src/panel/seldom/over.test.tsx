// @vitest-environment happy-dom
import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { VisitorTicket } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Model, Outgoing } from '../../model/model.ts';
import { button, find, now, openStage, parts, type Stage, talking, texts } from '../../testing/stage.tsx';

const closedId = 'cnv_01a21056-5f49-7b25-aefa-bfb79d371954';
const ticket: VisitorTicket = {
  id: 'tkt_1',
  number: 'VEN-1042',
  status: 'closed',
  reason: 'agent_decided',
  follows: '',
  responsible: 'Marta Ruiz',
  isPerson: true,
  receivedAt: now,
  dueAt: 0,
};
const screen = { name: 'conversation', key: closedId } as const;
/** A closed one, and what else there is. */
function closed(...others: VisitorConversation[]): Model {
  const model = talking({ id: closedId, state: 'ended', outcome: 'ticketed', isWritable: false, ticket, address: '' });
  return { ...model, conversations: [...others, ...model.conversations] };
}
function following(readSeq: number): VisitorConversation {
  const [conversation] = talking({ id: 'cnv_2', state: 'ended', outcome: 'ticketed', readSeq }).conversations;
  if (!conversation) throw new Error('there is none');
  const next = { ...ticket, number: 'VEN-1050', status: 'open', reason: 'follow_up', follows: 'VEN-1042' } as const;
  return { ...conversation, ticket: next };
}

function waiting(conversationId: Outgoing['conversationId'], body: string): Outgoing {
  const context = { pageUrl: '', pageTitle: '', referrer: '', userAgent: '', language: '', timeZone: '', viewport: '' };
  return { position: 1, clientId: 'c1', startId: '', conversationId, body, context, writtenAt: now, refusal: '' };
}

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});

describe('[TK4] where the ticket is closed', () => {
  it('its part is asked for; a sentence stands in place of the field, and nothing promises an answer', () => {
    stage.show({ model: closed(), screen, parts: { ...parts, seldom: undefined } });
    expect(stage.wanted).toContain('seldom');
    stage.show({ model: closed(), screen });
    expect(document.querySelector('textarea, input[type=email]')).toBeNull();
    expect(find('.foot .hint').textContent).toBe(texts.closed);
    expect(find('.slip').textContent).not.toContain('La respuesta llegará');
  });

  it('writing again begins the one that follows, under the id that everybody finds it by [DL1]', () => {
    stage.show({ model: closed(), screen });
    button(texts.writeAgain).click();
    expect(stage.did).toEqual([`show {"name":"conversation","key":"${closedId.slice(4)}"}`]);
  });

  it('whoever has not seen yet where it went on is taken there', () => {
    stage.show({ model: closed(following(0)), screen });
    expect(stage.did).toEqual(['show {"name":"conversation","key":"cnv_2"}']);
  });

  it('whoever has, and comes back, stays and finds the way', () => {
    stage.show({ model: closed(following(1)), screen });
    expect(stage.did).toEqual([]);
    expect(find('.foot .hint').textContent).toBe(fill(texts.goesOn, { number: 'VEN-1050' }));
    button(texts.openNext).click();
    expect(stage.did).toEqual(['show {"name":"conversation","key":"cnv_2"}']);
  });

  it('[DL6] whoever wrote here meanwhile is taken there, also where another of their windows was quicker to read it', () => {
    const open = talking({ id: closedId });
    const outgoing = [waiting(closedId, 'Ha vuelto')];
    stage.show({ model: { ...open, outgoing }, screen });
    stage.show({ model: { ...closed(following(1)), outgoing }, screen });
    expect(stage.did).toEqual([]);
    stage.show({ model: closed(following(1)), screen });
    expect(stage.did).toEqual(['show {"name":"conversation","key":"cnv_2"}']);
  });

  it('the one that follows says so, and is written in like any other', () => {
    const model = { ...closed(following(1)), threads: {} };
    stage.show({ model, screen: { name: 'conversation', key: 'cnv_2' } });
    expect(find('.slip').textContent).toContain('VEN-1042');
    expect(document.querySelector('textarea')).not.toBeNull();
  });
});

describe('[CV9] where the visitor is blocked', () => {
  const here = { name: 'conversation', key: 'cnv_1' } as const;
  const refused: Outgoing = { ...waiting('cnv_1', 'Hola otra vez'), refusal: 'blocked' };
  const blocked = (version: number, isBlocked = true): Model => ({
    ...talking({ isBlocked, isWritable: !isBlocked, version }),
    outgoing: [refused],
  });

  it('it says so and why in place of the field, leads home, and offers nobody to try again', () => {
    stage.show({ model: blocked(1), screen: here });
    expect(document.querySelector('textarea')).toBeNull();
    expect(find('.blocked').textContent).toContain(texts.blockedWhy);
    expect(find('.failed').textContent).toContain('Hola otra vez');
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).not.toContain(
      texts.tryAgain,
    );
    button(texts.goHome).click();
    expect(stage.did).toEqual(['show {"name":"home"}']);
  });

  it('what they had written leaves by itself, once, when they are let in again', () => {
    stage.show({ model: blocked(1), screen: here });
    expect(stage.did).toEqual([]);
    stage.show({ model: blocked(2, false), screen: here });
    stage.show({ model: blocked(2, false), screen: here });
    expect(stage.did).toEqual(['retry c1']);
  });
});
