// @vitest-environment happy-dom
import { aConversation, anAgent } from '@ventanilla/shared/testing/builders';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as desk from '../desk.ts';
import { keepDraft, noDraft } from '../drafts.ts';
import { chooseLanguage, texts } from '../language.ts';
import { directoryOf } from '../model/directory.ts';
import { MeMenu } from './MeMenu.tsx';

const marta = anAgent();

beforeEach(async () => {
  localStorage.clear();
  await chooseLanguage('es');
  desk.clearDesk();
  desk.agents.value = directoryOf([marta]);
  desk.agentId.value = marta.id;
  await act(() => render(<MeMenu />, document.body));
});

afterEach(async () => {
  await act(() => render(null, document.body));
});

async function press(name: string): Promise<void> {
  const button = await vi.waitUntil(() =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(name)),
  );
  await act(() => button.click());
}

test('signing out asks first, also about what was written after the menu was drawn', async () => {
  keepDraft(marta.id, aConversation().id, { ...noDraft, body: 'A medias' });
  await press(marta.name);
  await press(texts.value.me.signOut);
  await vi.waitUntil(() => document.querySelector('dialog'));
  expect(document.body.textContent).toContain(texts.value.me.signOutAnyway);
  expect(desk.agentId.value).toBe(marta.id);
});

test('signing out that does not succeed says so where it can be read: the question is gone by then', async () => {
  keepDraft(marta.id, aConversation().id, { ...noDraft, body: 'A medias' });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  await press(marta.name);
  await press(texts.value.me.signOut);
  await press(texts.value.me.signOutAnyway);
  await vi.waitUntil(() => desk.notice.value);
  expect(document.querySelector('dialog')).toBeNull();
  vi.unstubAllGlobals();
});
