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

test('a change this page does not know yet is said neutrally', () => {
  expect(said({ type: 'ticket.teleported', actor: marta, after: { where: { x: 1 } } })).toBe(
    'Marta Ruiz hizo un cambio.',
  );
});
