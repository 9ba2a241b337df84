// @vitest-environment happy-dom
import { texts as endingTexts } from '@ventanilla/shared/i18n/widget/ending/es';
import { beforeEach, describe, expect, it } from 'vitest';
import { answered, button, find, openStage, parts, type Stage, settle, texts } from '../../testing/stage.tsx';

let stage: Stage;

beforeEach(() => {
  stage = openStage();
});

describe('when it is over', () => {
  const over = { state: 'ended', outcome: 'answered' } as const;

  it('it asks for its part, whether it is solved, and then how it was', async () => {
    stage.show({ model: answered(over), parts: { ...parts, ending: undefined } });
    expect(stage.wanted).toEqual(['live', 'ending', 'comfort']);
    stage.show({ model: answered(over) });
    button(endingTexts.yes).click();
    await settle();
    expect(stage.did.at(-1)).toBe('conversation:confirm {"conversationId":"cnv_1","isSolved":true}');
    button('Regular').click();
    await settle();
    expect(stage.did.at(-1)).toBe('conversation:rate {"conversationId":"cnv_1","rating":"fair","comment":""}');
  });

  it('"no" is one tap away', async () => {
    stage.show({ model: answered(over) });
    button(endingTexts.no).click();
    await settle();
    expect(stage.did.at(-1)).toBe('conversation:confirm {"conversationId":"cnv_1","isSolved":false}');
  });

  it('a rating can be changed, and has a comment for those who like', async () => {
    stage.show({ model: answered({ ...over, rating: 'good', ratingComment: 'Rápido' }) });
    expect(find('[aria-pressed="true"]').textContent).toBe('Bien');
    const field = find<HTMLTextAreaElement>('.rating textarea');
    expect(field.value).toBe('Rápido');
    field.value = 'Rápido y claro';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    find<HTMLFormElement>('.rating form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await settle();
    expect(stage.did.at(-1)).toContain('"rating":"good","comment":"Rápido y claro"');
    expect(find('.saved').textContent).toBe(endingTexts.savedComment);
    button('Mal').click();
    await settle();
    expect(stage.did.at(-1)).toContain('"rating":"bad"');
  });

  it('a rating that could not be kept is said', async () => {
    stage.wishesComeTrue = false;
    stage.show({ model: answered({ ...over, rating: 'good' }) });
    button('Mal').click();
    await settle();
    expect(find('.saved').textContent).toBe(texts.notDone);
  });
});
