import { expect, it } from 'vitest';
import { attributesAt, attributesOf, setAttributes } from './attributes.ts';
import { accepted, after, aHead, aSituation, aTicketedHead, noon, visitor } from './situation-for-tests.ts';

const context = {
  pageUrl: 'https://alamedafibra.example/averias',
  attributes: { plan: 'Fibra 600', isCustomer: true },
};

it('[CV8] takes the place of what the page said before; history keeps what has changed, before and after', () => {
  const head = aHead({ context });
  const decision = accepted(setAttributes(head, { plan: 'Fibra 1000', isCustomer: true }, visitor, aSituation()));
  expect(decision).toMatchObject({
    entries: [],
    events: [{ actorKind: 'visitor', before: { plan: 'Fibra 600' }, after: { plan: 'Fibra 1000' } }],
  });
  const described = after(head, decision);
  expect(attributesOf(described.context)).toEqual({ plan: 'Fibra 1000', isCustomer: true });
  expect(described.context.pageUrl).toBe(context.pageUrl);

  const again = after(described, setAttributes(described, {}, visitor, aSituation()));
  expect(attributesOf(again.context)).toEqual({});
  expect([described, again].map((one) => attributesAt(one.context))).toEqual([noon, noon + 1]);
});

it('[CV8] decides nothing when it is the same, in whatever order', () => {
  const same = { isCustomer: true, plan: 'Fibra 600' };
  expect(setAttributes(aHead({ context }), same, visitor, aSituation())).toEqual({ ok: true, entries: [], events: [] });
});

it('[CV8] goes with a ticket until that is closed, and with nothing that has ended', () => {
  const said = { order: 4_711 };
  const set = (head: Parameters<typeof setAttributes>[0]) => setAttributes(head, said, visitor, aSituation());
  expect(set(aTicketedHead({ status: 'solved' })).ok).toBe(true);
  const refused = { ok: false, reason: 'not_writable' };
  expect(set(aTicketedHead({ status: 'closed' }))).toEqual(refused);
  for (const outcome of ['answered', 'withdrawn', 'discarded'] as const)
    expect(set(aHead({ state: 'ended', outcome, endedAt: noon }))).toEqual(refused);
});

it('shows nothing of a card that holds something else', () => {
  for (const attributes of [undefined, 'plan', ['plan'], { plan: { is: 'Fibra' } }, { plan: null }])
    expect(attributesOf(attributes === undefined ? {} : { attributes })).toEqual({});
});
