// @vitest-environment happy-dom
import type { Site } from '@ventanilla/shared/entities/site';
import { aSite } from '@ventanilla/shared/testing/builders';
import type { AgentCommandName } from '@ventanilla/shared/wire/contract';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer } from '../../connection/failure.ts';
import * as desk from '../../desk.ts';
import { chooseLanguage, loadTexts, texts } from '../../language.ts';
import { useConnection } from '../../live.ts';
import { directoryOf } from '../../model/directory.ts';
import { SitePage } from './SitePage.tsx';

const site = aSite();
let sent: unknown[];
let answer: (input: unknown) => Promise<Answer<unknown>>;

beforeEach(async () => {
  await chooseLanguage('es');
  await Promise.all([loadTexts('settings'), loadTexts('work')]);
  sent = [];
  desk.clearDesk();
  desk.publicUrl.value = 'https://help.example';
  desk.sites.value = directoryOf([site]);
  useConnection({
    call: async (name: AgentCommandName, input: unknown) => {
      if (name !== 'site:update') return { ok: true, data: { sightings: [] } } as never;
      sent.push(input);
      return (await answer(input)) as never;
    },
    tryNow: () => undefined,
    close: () => undefined,
  });
  await show(site);
});

afterEach(async () => {
  await act(() => render(null, document.body));
  useConnection(null);
});

const show = (now: Site) => act(() => render(<SitePage site={now} />, document.body));
const field = () => [...document.querySelectorAll('input')].find(({ readOnly, type }) => !readOnly && type === 'text');

async function type(name: string): Promise<void> {
  await act(() => {
    const input = field();
    if (!input) throw new Error('no field for the name');
    input.value = name;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const save = () =>
  act(async () => {
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });

test('[TK8] what another changed meanwhile is shown, and what was typed here is still there to be saved', async () => {
  await type('Lo mío');
  const theirs = aSite({ accent: '#112233', version: site.version + 1 });
  answer = async () => {
    desk.sites.value = directoryOf([theirs]);
    return { ok: false, error: { code: 'conflict' } };
  };
  await save();
  await vi.waitUntil(() => document.body.textContent.includes(texts.value.settings.conflict));
  await show(theirs);
  expect(field()?.value).toBe('Lo mío');
  answer = async () => ({ ok: true, data: { site: { ...theirs, name: 'Lo mío', version: theirs.version + 1 } } });
  await save();
  expect(sent.at(-1)).toMatchObject({ name: 'Lo mío', accent: '#112233', version: theirs.version });
});

test('what is typed while the rest is being saved stays', async () => {
  await type('Uno');
  let arrive: (now: Answer<unknown>) => void = () => undefined;
  answer = () => new Promise((resolve) => (arrive = resolve));
  await save();
  await type('Uno y dos');
  await act(async () => arrive({ ok: true, data: { site: { ...site, name: 'Uno', version: site.version + 1 } } }));
  await vi.waitUntil(() => desk.sites.value.get(site.id)?.version === site.version + 1);
  await show({ ...site, name: 'Uno', version: site.version + 1 });
  expect(field()?.value).toBe('Uno y dos');
});
