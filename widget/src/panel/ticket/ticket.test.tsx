// @vitest-environment happy-dom
import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { VisitorTicket } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import { texts as ticketTexts } from '@ventanilla/shared/i18n/widget/ticket/es';
import { beforeEach, describe, expect, it } from 'vitest';
import { asked, button, find, now, openStage, parts, type Stage, settle, talking } from '../../testing/stage.tsx';

const words = ticketTexts.address;
const ticket: VisitorTicket = {
  id: 'tkt_1',
  number: 'VEN-1042',
  status: 'new',
  reason: 'out_of_hours',
  follows: '',
  responsible: 'Facturas',
  isPerson: false,
  receivedAt: now,
  dueAt: now,
};
const ticketed = (address: string | null, changes: Partial<VisitorConversation> = {}) =>
  talking({ state: 'ended', outcome: 'ticketed', ticket, address, ...changes }, [asked()]);

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});

const emailFields = () => document.querySelectorAll('input[type=email]').length;

async function give(address: string): Promise<void> {
  find<HTMLInputElement>('input[type=email]').value = address;
  find('.address form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
}

describe('[TK3] the card of a ticket', () => {
  it('is asked for when there is one, and shows the number, who has it and by when', () => {
    stage.show({ model: talking(), parts: { ...parts, ticket: undefined } });
    expect(stage.wanted).not.toContain('ticket');
    stage.show({ model: ticketed(''), parts: { ...parts, ticket: undefined } });
    expect(stage.wanted).toContain('ticket');
    stage.show({ model: ticketed('') });
    expect(find('.slip').textContent).toContain('VEN-1042');
    expect(find('.slip').textContent).toContain(fill(ticketTexts.holderGroup, { name: 'Facturas' }));
  });

  it('says whose turn it is while it waits for them, and promises nothing', () => {
    stage.show({ model: ticketed('', { ticket: { ...ticket, status: 'pending', dueAt: 0 } }) });
    expect(find('.slip').textContent).toContain(ticketTexts.yourTurn);
    expect(find('.slip').textContent).not.toContain(ticketTexts.follow);
  });

  it('calls a group that nobody has named what the reader calls it', () => {
    stage.show({ model: ticketed('', { ticket: { ...ticket, responsible: '' } }) });
    expect(find('.slip').textContent).toContain(ticketTexts.holderTeam);
  });
});

describe('[CV3] an address is asked for when it must go on without them', () => {
  it('on the card, in a real form that a browser can fill', async () => {
    stage.show({ model: ticketed('') });
    const field = find<HTMLInputElement>('input[type=email]');
    expect([field.autocomplete, field.name, field.required]).toEqual(['email', 'email', true]);
    await give(' lucia@example.com ');
    expect(stage.did.at(-1)).toBe('address:give {"conversationId":"cnv_1","address":"lucia@example.com"}');
  });

  it('not while the conversation goes on with them, nor where no mail can be sent', () => {
    stage.show({ model: talking({ address: '' }) });
    expect(emailFields()).toBe(0);
    stage.show({ model: ticketed(null) });
    expect(find('.slip').textContent).toContain('VEN-1042');
    expect(emailFields()).toBe(0);
  });

  it('and the window may be closed, unless the browser keeps nothing [DL6]', () => {
    stage.show({ model: ticketed('') });
    expect(find('.slip').textContent).toContain(ticketTexts.follow);
    stage.show({ model: { ...ticketed(''), isDurable: false } });
    expect(find('.slip').textContent).not.toContain(ticketTexts.follow);
  });

  it('before there is a ticket where the browser keeps nothing [DL6]', () => {
    stage.show({ model: { ...talking({ address: '' }), isDurable: false } });
    expect(stage.wanted).toContain('ticket');
    expect(find('.address label').textContent).toBe(words.askBefore);
  });

  it('once it is known it is said, and can be changed', async () => {
    stage.show({ model: ticketed('lucia@example.com') });
    expect(emailFields()).toBe(0);
    expect(find('.address').textContent).toContain(fill(words.saved, { address: 'lucia@example.com' }));
    button(words.change).click();
    await settle();
    const field = find<HTMLInputElement>('input[type=email]');
    expect(field.value).toBe('lucia@example.com');
    await give('otra@example.com');
    expect(emailFields()).toBe(0);
  });

  it.each([
    ['online', words.notSaved],
    ['lost', words.notSavedOffline],
  ] as const)('what was not kept is said: %s', async (link, sentence) => {
    stage.wishesComeTrue = false;
    stage.show({ model: { ...ticketed(''), link } });
    await give('lucia@example.com');
    expect(find('[role=alert]').textContent).toBe(sentence);
    expect(find<HTMLInputElement>('input[type=email]').value).toBe('lucia@example.com');
  });
});
