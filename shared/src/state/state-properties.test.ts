import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anId } from '../testing/builders.ts';
import { aClient, fits } from './model-client-for-tests.ts';
import { createModelServer } from './model-server-for-tests.ts';

const talk = fc.nat(3);
const any = fc.nat(200);
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('start' as const) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('say' as const), talk, isNote: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), talk, name: fc.constantFrom('Ana', 'Bo') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('setState' as const),
      talk,
      state: fc.constantFrom('queued' as const, 'active' as const, 'ended' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('setTicket' as const),
      talk,
      status: fc.constantFrom(
        'new' as const,
        'open' as const,
        'pending' as const,
        'solved' as const,
        'closed' as const,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('setHidden' as const), talk, isHidden: fc.boolean() }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('hearNext' as const), isLost: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('hearAgain' as const), which: any }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      what: fc.constantFrom('inbox' as const, 'thread' as const, 'list' as const, 'more' as const, 'page' as const),
      talk,
      lag: fc.nat(2),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('answer' as const), which: any }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function play(steps: readonly Step[]) {
  const server = createModelServer();
  const client = aClient(server);
  server.start();
  for (const one of steps) {
    if (one.do === 'start') server.talks().length < 4 && server.start();
    else if (one.do === 'say') server.say(one.talk, one.isNote ? 'note' : 'message');
    else if (one.do === 'rename') server.rename(one.talk, one.name);
    else if (one.do === 'setState') server.setState(one.talk, one.state);
    else if (one.do === 'setTicket') server.setTicket(one.talk, one.status);
    else if (one.do === 'setHidden') server.setHidden(one.talk, one.isHidden);
    else if (one.do === 'hearNext') client.hearNext(one.isLost);
    else if (one.do === 'hearAgain') client.hearAgain(one.which);
    else if (one.do === 'ask') client.ask(one.what, one.talk, one.lag);
    else client.answer(one.which);
  }
  return { server, client };
}

const opening: Step[] = [
  { do: 'ask', what: 'inbox', talk: 0, lag: 0 },
  { do: 'ask', what: 'list', talk: 0, lag: 0 },
];

/** On a connection that stays: nothing is lost on it, and whoever may see something else is connected anew. */
function heardForSure(one: Step): Step[] {
  if (one.do === 'setHidden') return [];
  return one.do === 'hearNext' ? [{ ...one, isLost: false }] : [one];
}

test('[DL4] [DL9] state + events = fresh snapshot, whatever was lost, doubled, late, out of order or told again', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), any, (steps, from) => {
      const { server, client } = play(steps);
      const fresh = aClient(server);
      fresh.catchUp();
      client.catchUp();
      expect(client.sees()).toEqual(fresh.sees());
      expect(client.sees()).toMatchObject(server.truth(fits));
      client.hearAllAgain(from);
      expect(client.sees()).toEqual(fresh.sees());
    }),
    { numRuns: 2_000 },
  );
});

test('[DL4] [DL9] without any catching up no news is lost behind an answer that comes late', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), any, (steps, from) => {
      const { server, client } = play([...opening, ...steps.flatMap(heardForSure)]);
      client.hearRest(from);
      client.fillGaps();
      const fresh = aClient(server);
      fresh.catchUp();
      expect(client.sees()).toEqual(fresh.sees());
      expect(client.sees()).toMatchObject(server.truth(fits));
    }),
    { numRuns: 2_000 },
  );
});

test('[DL5] at every moment the entries that are shown are a part of the stream without a gap', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      const { client } = play(steps);
      for (const seqs of client.shownSeqs()) expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    }),
    { numRuns: 500 },
  );
});

test('[CV5] nothing of a note reaches the visitor’s stream', () => {
  const { server, client } = play([
    { do: 'say', talk: 0, isNote: true },
    { do: 'say', talk: 0, isNote: false },
  ]);
  client.catchUp();
  expect(client.visitorSees(anId('conversation', 1)).map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
    '1 message',
    '2 message',
  ]);
  expect(server.talks()).toHaveLength(1);
});
