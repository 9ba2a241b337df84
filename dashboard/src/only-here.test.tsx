// @vitest-environment happy-dom
import { aConversation, anId } from '@ventanilla/shared/testing/builders';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Frame } from './components/Frame.tsx';
import * as desk from './desk.ts';
import { forgetWriting, keepDraft, noDraft } from './drafts.ts';
import { chooseLanguage, texts } from './language.ts';
import { askBeforeLeaving } from './only-here.ts';
import { remember } from './remembered.ts';
import { keepOutbox, takeBack, write } from './writing.ts';

const me = anId('agent', 1);
const { id } = aConversation();
const stops: (() => void)[] = [];

beforeEach(async () => {
  localStorage.clear();
  await chooseLanguage('es');
  desk.clearDesk();
  desk.agentId.value = me;
  desk.offlineSince.value = 1;
  stops.push(keepOutbox(me), askBeforeLeaving());
  await act(() =>
    render(
      <LocationProvider>
        <Frame>{null}</Frame>
      </LocationProvider>,
      document.body,
    ),
  );
});

afterEach(async () => {
  await act(() => render(null, document.body));
  vi.unstubAllGlobals();
  forgetWriting(me);
  for (const stop of stops.splice(0)) stop();
});

/** A browser that reads what it has and takes nothing more, and one that does not even let a page look. */
const storages = {
  full() {
    const real = localStorage;
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => real.getItem(key),
      removeItem: (key: string) => real.removeItem(key),
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
  },
  blocked() {
    vi.stubGlobal('localStorage', undefined);
  },
};

function leaving(): 'asked' | 'gone' {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented ? 'asked' : 'gone';
}

const isSaid = () => document.body.textContent.includes(texts.value.connection.onlyHere);
const draft = (body: string) => act(() => keepDraft(me, id, { ...noDraft, body }));

describe.each(['full', 'blocked'] as const)('[DL6] where storage is %s', (how) => {
  beforeEach(() => storages[how]());

  test.each(['es', 'en'] as const)(
    'a draft is only here: it is said (%s), and leaving asks, until it is gone',
    async (l) => {
      await act(() => chooseLanguage(l));
      expect([isSaid(), leaving()]).toEqual([false, 'gone']);
      await draft('A medias');
      expect([isSaid(), leaving()]).toEqual([true, 'asked']);
      await draft('');
      expect([isSaid(), leaving()]).toEqual([false, 'gone']);
    },
  );

  test('so is a message that waits, until it has left', async () => {
    await act(() => write(id, { kind: 'message', body: 'Hola', files: [], seenSeq: 0 }));
    expect([isSaid(), leaving()]).toEqual([true, 'asked']);
    await act(() => takeBack(desk.outbox.value[0]?.clientId ?? ''));
    expect([isSaid(), leaving()]).toEqual([false, 'gone']);
  });

  test('a choice that could not be stored is not worth a word', async () => {
    await act(() => remember('theme', 'dark'));
    expect([isSaid(), leaving()]).toEqual([false, 'gone']);
  });
});

test('what the browser has stored may be left', async () => {
  await draft('A medias');
  await act(() => write(id, { kind: 'message', body: 'Hola', files: [], seenSeq: 0 }));
  expect([isSaid(), leaving()]).toEqual([false, 'gone']);
});

test('once there is room again what is written next is stored, and leaving asks no more', async () => {
  storages.full();
  await draft('A medi');
  vi.unstubAllGlobals();
  await draft('A medias');
  expect([isSaid(), leaving()]).toEqual([false, 'gone']);
});
