// @vitest-environment happy-dom
import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { errorsEs } from '@ventanilla/shared/i18n/errors/es';
import { anAgent, aSite, aTicket } from '@ventanilla/shared/testing/builders';
import type { AgentCommandName } from '@ventanilla/shared/wire/contract';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as desk from '../../desk.ts';
import { chooseLanguage, loadTexts, texts } from '../../language.ts';
import { useConnection } from '../../live.ts';
import { directoryOf } from '../../model/directory.ts';
import { TicketFacts } from './TicketFacts.tsx';

let sent: unknown[];
let asked: AgentCommandName[];
let isStale: boolean;

beforeEach(async () => {
  await chooseLanguage('es');
  await Promise.all([loadTexts('work'), loadTexts('errors')]);
  [sent, asked, isStale] = [[], [], false];
  desk.clearDesk();
  desk.sites.value = directoryOf([aSite()]);
  desk.agents.value = directoryOf([anAgent()]);
  HTMLDialogElement.prototype.showModal ??= () => undefined;
  useConnection({
    call: async (name: AgentCommandName, input: unknown) => {
      asked.push(name);
      if (name !== 'ticket:triage') return { ok: false, error: { code: 'not_found' } } as never;
      sent.push(input);
      const refusal = { ok: false, error: { code: 'conflict' } };
      return (isStale ? refusal : { ok: true, data: { ticket: aTicket({ version: 2 }) } }) as never;
    },
    tryNow: () => undefined,
    close: () => undefined,
  });
});

afterEach(async () => {
  await act(() => render(null, document.body));
  useConnection(null);
});

const ids = { conversationId: aTicket().conversationId, version: 1 };
const show = (part: Partial<TicketSummary> = {}) =>
  act(() => render(<TicketFacts ticket={aTicket(part)} />, document.body));
const button = (name: string) => {
  const found = [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const press = (name: string) => act(async () => button(name).click());

test('[TK5] the matrix shows what each answer makes, and sends both levels with the version', async () => {
  await show({ urgency: 'high', priority: 'high' });
  expect(button('Urgencia alta, impacto normal: Alta').getAttribute('aria-pressed')).toBe('true');
  expect([...document.querySelectorAll('.matrix button')].map(({ textContent }) => textContent)).toEqual([
    'Normal',
    'Alta',
    'Urgente',
    'Baja',
    'Normal',
    'Alta',
    'Baja',
    'Baja',
    'Normal',
  ]);
  await press('Urgencia baja, impacto alto: Normal');
  expect(sent).toEqual([{ ...ids, urgency: 'low', impact: 'high' }]);
});

test('arrows go through the matrix, and Tab stops at what is chosen', async () => {
  await show();
  const at = () => document.activeElement?.getAttribute('aria-label');
  const key = (name: string) =>
    act(() => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
    });
  const stops = [...document.querySelectorAll<HTMLElement>('.matrix button')].filter(({ tabIndex }) => tabIndex === 0);
  expect(stops).toHaveLength(1);
  stops[0]?.focus();
  await key('ArrowUp');
  expect(at()).toBe('Urgencia alta, impacto normal: Alta');
  await key('ArrowRight');
  await key('ArrowRight');
  expect(at()).toBe('Urgencia alta, impacto alto: Urgente');
});

test('[TK5] an override is not sent without a reason, is shown with it, and goes back to the matrix', async () => {
  await show();
  await press('Cambiar con motivo');
  const submit = () =>
    act(async () => {
      document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });
  await submit();
  expect(sent).toEqual([]);
  expect(document.body.textContent).toContain(texts.value.ticket.overrideLacksWhy);
  await act(() => {
    document.querySelector<HTMLInputElement>('input[type="radio"]')?.click();
    const field = document.querySelector<HTMLInputElement>('.field input');
    if (!field) throw new Error('no field for the reason');
    field.value = ' Vive sola ';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await submit();
  expect(sent).toEqual([{ ...ids, priority: 'urgent', priorityReason: 'Vive sola' }]);
  await show({ priority: 'urgent', priorityReason: 'Vive sola' });
  expect(document.querySelector('.overridden')?.textContent).toContain('que dice normal');
  expect(document.querySelector('.overridden q')?.textContent).toBe('Vive sola');
  await press('Volver a la matriz');
  expect(sent.at(-1)).toEqual({ ...ids, priority: 'matrix' });
});

test('[TK8] a change on what has changed meanwhile is said, shows the new state and leaves the old choice', async () => {
  desk.openedTicket.value = null;
  isStale = true;
  await show();
  const select = document.querySelector('select');
  if (!select) throw new Error('no choice of types');
  await act(async () => {
    select.value = 'incident';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(sent).toEqual([{ ...ids, type: 'incident' }]);
  await vi.waitUntil(() => desk.notice.value === errorsEs.conflict);
  expect(select.value).toBe('question');
  expect(asked).toContain('ticket:open');
});

test('[TK4] what is closed can only be read', async () => {
  await show({ status: 'closed', type: 'problem', priority: 'urgent', priorityReason: 'Vive sola' });
  expect(document.querySelector('select')).toBeNull();
  expect(document.body.textContent).toContain('Problema');
  expect([...document.querySelectorAll('button')].every(({ disabled }) => disabled)).toBe(true);
});
