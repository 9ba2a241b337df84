// @vitest-environment happy-dom
import { aHistoryEvent, anId, aTicket } from '@ventanilla/shared/testing/builders';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { chooseLanguage, loadTexts } from '../../language.ts';
import { TicketHistory } from './TicketHistory.tsx';

test('[TK6] what happened in one moment is told in the order in which it happened, whatever its ids', async () => {
  await chooseLanguage('es');
  await loadTexts('work');
  const system = { kind: 'system', id: '', name: '' } as const;
  const history = [
    aHistoryEvent({ id: anId('event', 3) }),
    aHistoryEvent({ id: anId('event', 1), type: 'ticket.created', actor: system, after: { reason: 'not_picked_up' } }),
    aHistoryEvent({ id: anId('event', 2), type: 'ticket.linked', actor: system, after: { follows: 7 } }),
  ];
  await act(() => render(<TicketHistory history={history} ticket={aTicket()} />, document.body));
  const [, created, started] = [...document.querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(created).toContain('Nació');
  expect(started).toContain('escribió por primera vez');
});
