import type { ConversationId } from '@ventanilla/shared/ids';
import { type Asked, aLine, forEveryHistory, heardForSure, play } from '@ventanilla/shared/state/histories-for-tests';
import { asVisitor, type ModelServer, type News } from '@ventanilla/shared/state/model-server-for-tests';
import { emptyThread, hasGap, lastSeq } from '@ventanilla/shared/state/thread';
import { expect, test } from 'vitest';
import { emptyModel } from './model.ts';
import { type Change, reduce } from './reduce.ts';

/** A visitor's window as far as it is state, with the reducer that the window has; what it is told, the test decides. */
function aWindow(server: ModelServer) {
  let model = emptyModel;
  const line = aLine(server, hear);
  const tell = (change: Change) => {
    model = reduce(model, change);
  };
  const threadOf = (id: ConversationId) => model.threads[id] ?? emptyThread;

  function hear(news: News): void {
    if (news.type === 'changed') tell({ type: 'conversationChanged', conversation: news.ofVisitor });
    else if (news.type === 'entry' && news.entry.publicSeq > 0)
      tell({ type: 'entryAdded', conversationId: news.conversationId, entry: asVisitor(news.entry) });
  }

  function askList(): () => void {
    const conversations = server.listOfVisitor();
    return () => tell({ type: 'listed', conversations });
  }

  function askThread(id: ConversationId): () => void {
    const conversation = server.listOfVisitor().find((one) => one.id === id);
    const answer = server.syncThread(id, 'visitor', lastSeq(threadOf(id)));
    return () => conversation && tell({ type: 'synced', answer: { conversation, ...answer } });
  }

  /** What the window asks for by itself: a conversation that it has nothing of, and what it knows that it lacks. */
  function fillGaps(): void {
    for (const { id } of model.conversations) {
      if (threadOf(id).entries.length === 0) askThread(id)();
      for (let last = -1; hasGap(threadOf(id)) && lastSeq(threadOf(id)) > last; askThread(id)()) {
        last = lastSeq(threadOf(id));
      }
    }
  }

  return {
    line,
    ask(what: Asked, talk: number): void {
      const id = server.talks()[talk];
      if (what === 'inbox') line.send(askList());
      else if (id) line.send(askThread(id));
    },
    fillGaps,
    catchUp(): void {
      askList()();
      fillGaps();
    },
    shownSeqs: () => Object.values(model.threads).map(({ entries }) => entries.map(({ seq }) => seq)),
    /** But for earlier pages, which a fresh window has not asked for. */
    sees: () => ({
      conversations: model.conversations,
      threads: model.conversations.map(({ id }) => {
        const first = server.syncThread(id, 'visitor', 0).entries[0]?.seq ?? 0;
        return threadOf(id).entries.filter(({ seq }) => seq >= first);
      }),
      hasGaps: Object.values(model.threads).some(hasGap),
    }),
  };
}

function afresh(server: ModelServer) {
  const fresh = aWindow(server);
  fresh.catchUp();
  return fresh.sees();
}

test('[DL4] what the window shows + events = fresh snapshot, whatever was lost, doubled, late, out of order or told again', () => {
  forEveryHistory((steps, from) => {
    const { server, client } = play(steps, aWindow);
    client.catchUp();
    expect(client.sees()).toEqual(afresh(server));
    client.line.hearAllAgain(from);
    expect(client.sees()).toEqual(afresh(server));
    expect(client.sees().conversations).toEqual(server.listOfVisitor().reverse());
  });
});

test('[DL4] without any catching up the window loses no news behind an answer that comes late', () => {
  forEveryHistory((steps, from) => {
    const { server, client } = play(heardForSure(steps), aWindow);
    client.line.hearRest(from);
    client.fillGaps();
    expect(client.sees()).toEqual(afresh(server));
  });
});

test('[DL5] at every moment the window shows a part of each stream without a gap', () => {
  forEveryHistory((steps) => {
    const { client } = play(steps, aWindow);
    for (const seqs of client.shownSeqs()) expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
  }, 500);
});
