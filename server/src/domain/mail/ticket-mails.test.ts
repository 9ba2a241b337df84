import { describe, expect, it } from 'vitest';
import { reply } from '../conversation/agent-acts.ts';
import { convert } from '../conversation/convert.ts';
import { giveAddress, giveToRequester } from '../conversation/requester.ts';
import { machine } from '../conversation/situation.ts';
import {
  accepted,
  aHead,
  aSituation,
  aTicketedHead,
  marta,
  noon,
  site,
  visitor,
} from '../conversation/situation-for-tests.ts';
import { quoted } from './quoted.ts';
import { answersSettleMs, localeOf } from './ticket-mails.ts';
import { nextAttemptAt } from './try-again.ts';

const address = 'Lucia@example.com';

describe('[TK3] the number by mail when there is an address', () => {
  it.each(['out_of_hours', 'not_picked_up', 'visitor_asked', 'agent_decided'] as const)(
    'as it becomes a ticket: %s',
    (reason) => {
      const made = convert(aHead({ address }), reason, machine, aSituation());
      expect(made.mails).toMatchObject([{ kind: 'received', address, locale: 'es', dueAt: noon }]);
      expect(made.mails?.[0]?.ticketId).toBe(made.ticket && 'make' in made.ticket && made.ticket.make.id);
    },
  );

  it('not while there is none, nor where none can be sent', () => {
    expect(convert(aHead(), 'out_of_hours', machine, aSituation()).mails).toEqual([]);
    expect(convert(aHead({ address }), 'out_of_hours', machine, aSituation({ canMail: false })).mails).toEqual([]);
  });

  it('when it is given to a ticket that is there', () => {
    const head = aTicketedHead();
    const given = accepted(giveAddress(head, address, visitor, aSituation()));
    expect(given.mails).toMatchObject([{ kind: 'received', ticketId: head.ticket?.id, address }]);
    expect(accepted(giveAddress(aHead(), address, visitor, aSituation())).mails).toEqual([]);
  });

  it('when the site says who they are', () => {
    const head = aTicketedHead();
    const requester = { id: aHead().requesterId as never, email: address };
    expect(accepted(giveToRequester(head, requester, visitor, aSituation())).mails).toMatchObject([{ address }]);
    const own = { ...head, address: 'propia@example.com' };
    const moved = accepted(giveToRequester(own, requester, visitor, aSituation()));
    expect(moved.patch).not.toHaveProperty('address');
    expect(moved.mails).toMatchObject([{ address: 'propia@example.com' }]);
  });
});

describe('[CV3] an address for when it must go on without them', () => {
  it('is the conversation’s, and the requester’s as one that nobody has verified', () => {
    const head = aTicketedHead();
    const given = accepted(giveAddress({ ...head, address: 'otra@example.com' }, address, visitor, aSituation()));
    expect(given.patch).toEqual({ address });
    expect(given.requesterAddress).toEqual({ id: head.requesterId, email: address, emailFolded: 'lucia@example.com' });
  });

  it('is a change with before and after [TK6]', () => {
    const head = aHead({ address: 'otra@example.com' });
    expect(accepted(giveAddress(head, address, visitor, aSituation())).events).toMatchObject([
      {
        type: 'conversation.addressGiven',
        actorId: visitor.id,
        before: { address: 'otra@example.com' },
        after: { address },
      },
    ]);
    expect(accepted(giveAddress({ ...head, address }, address, visitor, aSituation())).events).toEqual([]);
  });

  it('is not taken where no mail can be sent', () => {
    expect(giveAddress(aHead(), address, visitor, aSituation({ canMail: false }))).toMatchObject({
      reason: 'not_writable',
    });
  });
});

describe('an answer', () => {
  const head = { ...aTicketedHead(), address };

  it('to whoever is away is told of a little later, so that several are one', () => {
    const said = accepted(reply(head, 'Ya está', 9, marta, aSituation({ isVisitorHere: false })));
    expect(said.mails).toMatchObject([{ kind: 'answered', address, dueAt: noon + answersSettleMs }]);
  });

  it('to whoever is here is not', () => {
    expect(accepted(reply(head, 'Ya está', 9, marta, aSituation())).mails).toEqual([]);
  });
});

it.each([
  [{ locale: 'en', language: 'es-ES' }, 'en'],
  [{ language: 'en-GB' }, 'en'],
  [{ language: 'EN' }, 'en'],
  [{ language: 'ca' }, 'es'],
  [{ locale: 'xx' }, 'es'],
  [{}, 'es'],
])('a mail about a conversation that began with %j is in %s', (context, locale) => {
  expect(localeOf(context, site)).toBe(locale);
});

it('what cannot be handed over is tried again later and later, and not for ever', () => {
  const minutes = (attempts: number) => (nextAttemptAt({ attempts, createdAt: noon }, noon) - noon) / 60_000;
  expect([1, 2, 3, 4, 5, 6, 60].map(minutes)).toEqual([1, 4, 16, 64, 256, 360, 360]);
  expect(nextAttemptAt({ attempts: 9, createdAt: noon }, noon + 4 * 24 * 60 * 60_000)).toBe(0);
});

it.each([
  ['Se ha ido internet', 'Se ha ido internet'],
  ['Mira https://a.example/x ya', 'Mira […] ya'],
  ['www.trampa o trampa.example', '[…] o […]'],
  ['escribe a yo@trampa', 'escribe a […]'],
  ['La versión 2.4 va mal. Ayuda', 'La versión 2.4 va mal. Ayuda'],
])('%j is repeated as %j', (subject, said) => {
  expect(quoted(subject)).toBe(said);
});
