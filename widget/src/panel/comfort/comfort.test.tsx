// @vitest-environment happy-dom
import { texts as comfortTexts } from '@ventanilla/shared/i18n/widget/comfort/es';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  answered,
  asked,
  button,
  find,
  openStage,
  parts,
  press,
  type Stage,
  settle,
  talking,
} from '../../testing/stage.tsx';

let stage: Stage;
const opener = () => find<HTMLButtonElement>(`[aria-label="${comfortTexts.menu}"]`);
async function open(): Promise<void> {
  opener().click();
  await settle();
}

beforeEach(() => {
  stage = openStage();
});

it('its part is asked for once there is a conversation, and not before', () => {
  stage.show({ model: { ...talking(), conversations: [], threads: {} } });
  expect(stage.wanted).not.toContain('comfort');
  stage.show({ model: talking() });
  expect(stage.wanted).toContain('comfort');
});

describe('words', () => {
  it('with addresses in them lead there, in another tab and without telling from where', () => {
    stage.show({ model: talking({}, [asked('Mira https://alameda.example/luz. ¿Vale?')]) });
    const link = find<HTMLAnchorElement>('.bubble a');
    expect(link.getAttribute('href')).toBe('https://alameda.example/luz');
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer nofollow']);
    expect(find('.bubble').textContent).toBe('Tú: Mira https://alameda.example/luz. ¿Vale?');
  });

  it('that are only words stay what is there already: nothing that is read out changes', () => {
    stage.show({ model: talking(), parts: { ...parts, comfort: undefined } });
    const before = [...find('.bubble').childNodes];
    stage.show({ model: talking() });
    expect([...find('.bubble').childNodes]).toEqual(before);
    expect(find('.bubble').lastChild).toBe(before.at(-1));
  });

  it('are the same words before their part has come', () => {
    const model = talking({}, [asked('Mira https://alameda.example/luz')]);
    stage.show({ model, parts: { ...parts, comfort: undefined } });
    expect(document.querySelector('.bubble a')).toBeNull();
    expect(find('.bubble').textContent).toBe('Tú: Mira https://alameda.example/luz');
  });

  it('that are code stand as they were written, without their marks', () => {
    stage.show({ model: talking({}, [asked('Pon `ls`:\n```sh\n  ls -l\n```\ny ya')]) });
    expect([...document.querySelectorAll('code')].map(({ textContent }) => textContent)).toEqual(['ls', '  ls -l']);
    expect(find('.bubble').textContent).toBe('Tú: Pon ls:\n  ls -ly ya');
  });
});

describe('the menu', () => {
  it('is closed by Escape, which leaves the window open and the focus on its button', async () => {
    stage.show({ model: talking() });
    await open();
    expect(opener().getAttribute('aria-expanded')).toBe('true');
    press(button(comfortTexts.keepCopy), 'Escape');
    await settle();
    expect(opener().getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(opener());
    expect(stage.did).toEqual([]);
    press(opener(), 'Escape');
    expect(stage.did).toEqual(['close']);
  });

  it('is closed when the focus goes elsewhere', async () => {
    stage.show({ model: talking() });
    await open();
    find('textarea').focus();
    await settle();
    expect(opener().getAttribute('aria-expanded')).toBe('false');
  });

  it('ends what goes on: as solved after an answer, as withdrawn before one [CV1]', async () => {
    stage.show({ model: answered() });
    await open();
    button(comfortTexts.end).click();
    await settle();
    stage.show({ model: talking({ state: 'active' }) });
    await open();
    button(comfortTexts.end).click();
    await settle();
    expect(stage.did).toEqual([
      'conversation:confirm {"conversationId":"cnv_1","isSolved":true}',
      'conversation:withdraw {"conversationId":"cnv_1"}',
    ]);
  });

  it('says when that did not work, and offers nothing to end where all is over', async () => {
    stage.wishesComeTrue = false;
    stage.show({ model: answered() });
    await open();
    button(comfortTexts.end).click();
    await settle();
    expect(find('[role="alert"]').textContent).toBe(comfortTexts.notDone);
    stage.show({ model: answered({ state: 'ended', outcome: 'answered' }) });
    expect(find('.menu').textContent).not.toContain(comfortTexts.end);
  });

  it('has no switch for sounds where the choice could not be kept', async () => {
    stage.show({ model: { ...talking(), isDurable: false } });
    await open();
    expect(document.querySelector('[role="switch"]')).toBeNull();
  });
});
