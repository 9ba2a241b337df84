// @vitest-environment happy-dom
import { emptyThread } from '@ventanilla/shared/state/thread';
import { aConversation, anId, aTicket } from '@ventanilla/shared/testing/builders';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { attachments } from '../../attachments.ts';
import * as desk from '../../desk.ts';
import { draftOf } from '../../drafts.ts';
import { listenToKeys } from '../../keys.ts';
import { chooseLanguage, loadTexts, texts } from '../../language.ts';
import { type Attachment, readyAgain } from '../../model/attachments.ts';
import { Composer } from './Composer.tsx';

const conversation = aConversation();
let stopListening: () => void;

beforeEach(async () => {
  localStorage.clear();
  await chooseLanguage('es');
  await loadTexts('errors', 'work');
  desk.clearDesk();
  attachments.value = new Map();
  desk.agentId.value = anId('agent', 1);
  desk.offlineSince.value = 1;
  stopListening = listenToKeys();
});

afterEach(async () => {
  stopListening();
  await act(() => render(null, document.body));
});

async function show(part: Partial<typeof conversation> = {}): Promise<void> {
  await act(() => render(<Composer conversation={{ ...conversation, ...part }} />, document.body));
}

function field(): HTMLTextAreaElement {
  const found = document.querySelector('textarea');
  if (found === null) throw new Error('there is no field to write in');
  return found;
}

async function type(text: string): Promise<void> {
  await act(() => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function press(key: string, target: EventTarget = field(), modifiers: KeyboardEventInit = {}): Promise<void> {
  await act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
  });
}

test('Ctrl+Enter sends what was written and leaves the field empty', async () => {
  await show();
  await type('  Hola, Lucía.  ');
  await press('Enter', field(), { ctrlKey: true });
  expect(desk.outbox.value).toMatchObject([{ kind: 'message', body: 'Hola, Lucía.', state: 'waiting' }]);
  expect(field().value).toBe('');
});

test('a draft is called kept where the browser keeps it, and only there', async () => {
  await show();
  await type('A medias');
  expect(document.body.textContent).toContain(texts.value.composer.draft);
  vi.stubGlobal('localStorage', undefined);
  await type('A medias, y más');
  expect(document.body.textContent).not.toContain(texts.value.composer.draft);
  vi.unstubAllGlobals();
  await type('');
});

test('Enter alone and blank text send nothing', async () => {
  await show();
  await type('Hola');
  await press('Enter');
  await type('   ');
  await press('Enter', field(), { metaKey: true });
  expect(desk.outbox.value).toEqual([]);
});

test('[CV5] a note is another paper with another verb, and goes out as a note', async () => {
  await show();
  await press('n', document.body);
  expect(document.querySelector('.composer.as-note')).not.toBeNull();
  expect(document.querySelector('.send')?.textContent).not.toContain('Enviar');
  await type('No responde al ping');
  await press('Enter', field(), { ctrlKey: true });
  expect(desk.outbox.value[0]?.kind).toBe('note');
  await press('r', document.body);
  expect(document.querySelector('.composer.as-note')).toBeNull();
});

test('keys pressed before the next paint find the draft as it is', async () => {
  await show();
  await type('No se lo digáis todavía');
  await act(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }));
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  });
  expect(desk.outbox.value).toMatchObject([{ kind: 'note', body: 'No se lo digáis todavía' }]);
  expect(field().value).toBe('');
});

test('a draft survives the composer, with the last entry its author had seen when they began', async () => {
  desk.opened.value = { id: conversation.id, detail: conversation, failure: null, thread: emptyThread };
  await show();
  await type('Estoy en ello');
  await act(() => render(null, document.body));
  expect(draftOf(desk.agentId.value, conversation.id)).toMatchObject({ body: 'Estoy en ello', kind: 'message' });
  await show();
  expect(field().value).toBe('Estoy en ello');
});

test('[CV2] when nothing more can be answered, only notes can be written', async () => {
  await show({ state: 'ended', outcome: 'ticketed', ticket: aTicket({ status: 'closed' }) });
  expect([...document.querySelectorAll('.mode-buttons button')]).toHaveLength(1);
  expect(document.querySelector('.composer.as-note')).not.toBeNull();
});

test('too long a text says by how much and does not go out', async () => {
  await show();
  await type('a'.repeat(10_003));
  expect(document.querySelector('.saved')?.textContent).toContain('3');
  await press('Enter', field(), { ctrlKey: true });
  expect(desk.outbox.value).toEqual([]);
});

const photo = readyAgain({
  id: anId('file', 1),
  name: 'luces.png',
  mime: 'image/png',
  sizeBytes: 70,
  width: 1,
  height: 1,
});

async function photoIs(state: Attachment['state']): Promise<void> {
  await act(() => {
    attachments.value = new Map([[conversation.id, [{ ...photo, state }]]]);
  });
}

test('sent before its file has arrived, it goes with the file, once', async () => {
  await show();
  await type('Mira esto');
  await photoIs('uploading');
  await press('Enter', field(), { ctrlKey: true });
  expect(desk.outbox.value).toEqual([]);
  expect(document.querySelector('.saved')?.textContent).toBe(texts.value.files.goesWithFiles);
  await photoIs('ready');
  expect(desk.outbox.value).toMatchObject([{ body: 'Mira esto', files: [{ id: photo.key }] }]);
  expect(field().value).toBe('');
  expect(attachments.value.get(conversation.id)).toEqual([]);
});

test('it goes also when its author has turned to another conversation meanwhile', async () => {
  await show();
  await type('Mira esto');
  await photoIs('uploading');
  await press('Enter', field(), { ctrlKey: true });
  await act(() => render(null, document.body));
  await photoIs('ready');
  expect(desk.outbox.value).toMatchObject([{ body: 'Mira esto', files: [{ id: photo.key }] }]);
  await show();
  expect(field().value).toBe('');
});

test('whoever writes on, or whose file cannot be sent, says again when it goes', async () => {
  await show();
  await type('Mira');
  await photoIs('uploading');
  await press('Enter', field(), { ctrlKey: true });
  await type('Mira esto');
  await photoIs('ready');
  expect(desk.outbox.value).toEqual([]);

  await photoIs('uploading');
  await press('Enter', field(), { ctrlKey: true });
  await photoIs('failed');
  expect(document.querySelector('.saved')?.textContent).toBe(texts.value.files.removeFailed);
  await photoIs('ready');
  expect(desk.outbox.value).toEqual([]);
  expect(field().value).toBe('Mira esto');
});
