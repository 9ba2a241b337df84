// @vitest-environment happy-dom

import { fill } from '@ventanilla/shared/i18n/fill';
import { aHistoryEvent, anAgent, anId, aTicket } from '@ventanilla/shared/testing/builders';
import { beforeEach, expect, test } from 'vitest';
import { agents } from '../../desk.ts';
import { chooseLanguage, loadTexts } from '../../language.ts';
import { directoryOf } from '../../model/directory.ts';
import { describe } from './describe-event.ts';

const marta = { kind: 'agent', id: anId('agent', 1), name: 'Marta Ruiz' } as const;
const machine = { kind: 'system', id: '', name: '' } as const;

beforeEach(async () => {
  await chooseLanguage('es');
  await loadTexts('work');
  agents.value = directoryOf([anAgent(), anAgent({ id: anId('agent', 2), name: 'Diego Arnau' })]);
});

function said(part: Parameters<typeof aHistoryEvent>[0]): string {
  const { text, values } = describe(aHistoryEvent(part), aTicket());
  return fill(text, values);
}

test('[TK6] each change is a sentence with who, what before and what after', () => {
  expect(said({})).toBe('Lucía Ferrer escribió por primera vez.');
  expect(said({ type: 'ticket.created', actor: marta })).toBe('Marta Ruiz convirtió la conversación en VEN-1042.');
  expect(said({ type: 'ticket.created', actor: machine, after: { reason: 'not_picked_up' } })).toBe(
    'Nació VEN-1042. Nadie la cogió a tiempo.',
  );
  expect(
    said({ type: 'ticket.statusChanged', actor: marta, before: { status: 'open' }, after: { status: 'onHold' } }),
  ).toBe('Marta Ruiz lo cambió de abierto a en espera.');
  const changed = { before: { address: 'a@example.com' }, after: { address: 'b@example.com' } };
  expect(said({ type: 'conversation.addressGiven', ...changed })).toBe(
    'Lucía Ferrer cambió su correo de a@example.com a b@example.com.',
  );
  expect(said({ type: 'conversation.addressGiven', ...changed, before: { address: '' } })).toBe(
    'Lucía Ferrer dejó su correo: b@example.com.',
  );
  expect(said({ type: 'ticket.assigned', actor: marta, after: { assigneeId: marta.id } })).toBe(
    'Marta Ruiz es ahora responsable.',
  );
  expect(said({ type: 'ticket.assigned', actor: marta, after: { assigneeId: anId('agent', 2) } })).toBe(
    'Marta Ruiz lo pasó a Diego Arnau.',
  );
});

test('[TK5] type, levels and priority are told as people would say them, an override with its reason', () => {
  const by = (type: string, before: object, after: object) =>
    said({ type, actor: marta, before: { ...before }, after: { ...after } });
  expect(by('ticket.typeChanged', { type: 'question' }, { type: 'incident' })).toBe(
    'Marta Ruiz cambió el tipo de consulta a incidencia.',
  );
  const normal = { urgency: 'normal', impact: 'normal', priority: 'normal' };
  expect(by('ticket.evaluated', normal, { urgency: 'high', impact: 'high', priority: 'urgent' })).toBe(
    'Marta Ruiz valoró urgencia alta e impacto alto: la prioridad pasó de normal a urgente.',
  );
  expect(by('ticket.evaluated', normal, { urgency: 'high', impact: 'low', priority: 'normal' })).toBe(
    'Marta Ruiz valoró urgencia alta e impacto bajo: la prioridad sigue normal.',
  );
  const overrides = (priority: string, priorityReason: string) =>
    by('ticket.priorityChanged', { priority: 'normal', priorityReason: '' }, { priority, priorityReason });
  expect(overrides('urgent', 'Vive sola')).toBe('Marta Ruiz subió la prioridad de normal a urgente: Vive sola');
  expect(overrides('low', 'Sin prisa')).toBe('Marta Ruiz bajó la prioridad de normal a baja: Sin prisa');
  expect(overrides('normal', 'Así está bien')).toBe('Marta Ruiz fijó la prioridad en normal: Así está bien');
  expect(overrides('high', '')).toBe('Marta Ruiz devolvió la prioridad a la matriz: alta.');
});

test('a change this page does not know yet is said neutrally', () => {
  expect(said({ type: 'ticket.teleported', actor: marta, after: { where: { x: 1 } } })).toBe(
    'Marta Ruiz hizo un cambio.',
  );
});
