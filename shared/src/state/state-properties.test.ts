import { expect, test } from 'vitest';
import { anId } from '../testing/builders.ts';
import { forEveryHistory, heardForSure, play } from './histories-for-tests.ts';
import { aClient, fits } from './model-client-for-tests.ts';

test('[DL4] [DL9] state + events = fresh snapshot, whatever was lost, doubled, late, out of order or told again', () => {
  forEveryHistory((steps, from) => {
    const { server, client } = play(steps, aClient);
    const fresh = aClient(server);
    fresh.catchUp();
    client.catchUp();
    expect(client.sees()).toEqual(fresh.sees());
    expect(client.sees()).toMatchObject(server.truth(fits));
    client.line.hearAllAgain(from);
    client.readOn();
    expect(client.sees()).toEqual(fresh.sees());
  });
});

test('[DL4] [DL9] without any catching up no news is lost behind an answer that comes late', () => {
  forEveryHistory((steps, from) => {
    const { server, client } = play(heardForSure(steps), aClient);
    client.line.hearRest(from);
    client.fillGaps();
    const fresh = aClient(server);
    fresh.catchUp();
    expect(client.sees()).toEqual(fresh.sees());
    expect(client.sees()).toMatchObject(server.truth(fits));
  });
});

test('[DL5] at every moment the entries that are shown are a part of the stream without a gap', () => {
  forEveryHistory((steps) => {
    const { client } = play(steps, aClient);
    for (const seqs of client.shownSeqs()) expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
  }, 500);
});

test('[CV5] nothing of a note reaches the visitor’s stream', () => {
  const { server, client } = play(
    [
      { do: 'say', talk: 0, isNote: true },
      { do: 'say', talk: 0, isNote: false },
    ],
    aClient,
  );
  client.catchUp();
  expect(client.visitorSees(anId('conversation', 1)).map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
    '1 message',
    '2 message',
  ]);
  expect(server.talks()).toHaveLength(1);
});
