// @vitest-environment happy-dom
import { anEntry } from '@ventanilla/shared/testing/builders';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  answered,
  asked,
  button,
  find,
  now,
  openStage,
  type Stage,
  settle,
  talking,
  texts,
} from '../../testing/stage.tsx';

let stage: Stage;

beforeEach(() => {
  stage = openStage();
});

it('while nobody has it, the hour is said after which it becomes a number', () => {
  expect(stage.show({ model: talking() }).textContent).toContain('Si nadie te atiende hoy antes de las 12:03');
});

describe('the queue', () => {
  const placed = (place: number, waitMs = 0) => ({ ...talking(), places: { cnv_1: { place, waitMs } } });

  it('is a place, a time, and who stands before', () => {
    stage.show({ model: placed(3, 330_000) });
    expect(find('.place').textContent).toBe('Eres el 3.º unos 6 min');
    expect(find('.line-up').textContent).toBe('tú, detrás de dos personas'.replace('dos', '2'));
    expect(document.querySelectorAll('.line-up i')).toHaveLength(3);
    stage.show({ model: placed(1) });
    expect(find('.line-up').textContent).toBe('te toca ahora');
    stage.show({ model: placed(40) });
    expect(document.querySelectorAll('.line-up i')).toHaveLength(0);
  });

  it('has two ways out, each asked once and told when it stage.did not work', async () => {
    stage.wishesComeTrue = false;
    stage.show({ model: placed(3) });
    button(texts.askTicket).click();
    button(texts.askTicket).click();
    await settle();
    expect(stage.did).toEqual(['ticket:ask {"conversationId":"cnv_1"}']);
    expect(find('[role="alert"]').textContent).toBe(texts.notDone);
    stage.wishesComeTrue = true;
    button(texts.withdraw).click();
    await settle();
    expect(stage.did.at(-1)).toBe('conversation:withdraw {"conversationId":"cnv_1"}');
  });

  it('of whoever was left alone goes before the others', () => {
    const model = talking();
    const returned = anEntry({ seq: 2, kind: 'system', system: { line: 'returned_to_queue' }, createdAt: now });
    stage.show({
      model: { ...model, threads: { cnv_1: { entries: [asked(), returned], heardSeq: 2 } } },
    });
    expect(find('.card').textContent).toContain(texts.returnedKept);
  });
});

it('whoever writes an answer is seen to, and then nobody is asked whether it is solved', () => {
  stage.show({ model: { ...answered(), writers: { cnv_1: 'Marta Ruiz' } } });
  expect(find('[role="img"]').getAttribute('aria-label')).toBe('Marta Ruiz está escribiendo');
  expect(document.body.textContent).not.toContain(texts.alreadySolved);
  stage.show({ model: answered() });
  button(texts.alreadySolved).click();
  expect(stage.did).toEqual(['conversation:confirm {"conversationId":"cnv_1","isSolved":true}']);
});
