import fc from 'fast-check';
import { createModelServer, type ModelServer, type News } from './model-server-for-tests.ts';

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
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

export type Asked = Extract<Step, { do: 'ask' }>['what'];

/** What a history does to a client: it decides when the client asks, and when it hears what, and how often. */
interface Played {
  line: ReturnType<typeof aLine>;
  ask(what: Asked, talk: number, lag: number): void;
}

/** `check` is called with many a history and a number to choose with. */
export function forEveryHistory(check: (steps: Step[], from: number) => void, numRuns = 2_000): void {
  fc.assert(fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), any, check), { numRuns });
}

const opening: Step[] = [
  { do: 'ask', what: 'inbox', talk: 0, lag: 0 },
  { do: 'ask', what: 'list', talk: 0, lag: 0 },
];

/** The same for a client that does what it does in turns of its own. */
export function forEveryHistoryInTurns(
  check: (steps: Step[], from: number) => Promise<void>,
  numRuns: number,
): Promise<void> {
  return fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80 }), any, check), { numRuns });
}

/** On a connection that stays: nothing is lost on it, and whoever may see something else is connected anew. */
export function heardForSure(steps: readonly Step[]): Step[] {
  const kept = steps.filter((one) => one.do !== 'setHidden');
  return [...opening, ...kept.map((one) => (one.do === 'hearNext' ? { ...one, isLost: false } : one))];
}

/** Between the server and one client: news in their order or any other, and answers whenever they come. */
export function aLine({ news }: ModelServer, hear: (one: News) => void) {
  let cursor = 0;
  const pending: (() => void)[] = [];
  const answered = new Set<number>();

  return {
    /** `answer` has left the server; it arrives when the history says so. */
    send: (...answers: (() => void)[]) => void pending.push(...answers),
    hearNext(isLost: boolean): void {
      const one = news[cursor];
      if (one) cursor += 1;
      if (one && !isLost) hear(one);
    },
    hearAgain(which: number): void {
      const one = news[which % Math.max(1, news.length)];
      if (one) hear(one);
    },
    /** Any answer so far, however late; and again. */
    answer(which: number): void {
      const index = which % Math.max(1, pending.length);
      answered.add(index);
      pending[index]?.();
    },
    /** Whatever is still on its way: the news first, so that answers come behind them. `from`: the answer that is first. */
    hearRest(from: number): void {
      for (const one of news.slice(cursor)) hear(one);
      cursor = news.length;
      for (let index = 0; index < pending.length; index++) {
        const turned = (index + from) % pending.length;
        if (!answered.has(turned)) pending[turned]?.();
      }
    },
    hearAllAgain(from: number): void {
      for (const one of news.slice(from % Math.max(1, news.length))) hear(one);
      for (const answer of pending) answer();
    },
  };
}

export function play<C extends Played>(steps: readonly Step[], clientOf: (server: ModelServer) => C) {
  const server = createModelServer();
  const client = clientOf(server);
  server.start();
  for (const one of steps) act(server, client, one);
  return { server, client };
}

export function act(server: ModelServer, { line, ask }: Played, one: Step): void {
  if (one.do === 'start') server.talks().length < 4 && server.start();
  else if (one.do === 'say') server.say(one.talk, one.isNote ? 'note' : 'message');
  else if (one.do === 'rename') server.rename(one.talk, one.name);
  else if (one.do === 'setState') server.setState(one.talk, one.state);
  else if (one.do === 'setTicket') server.setTicket(one.talk, one.status);
  else if (one.do === 'setHidden') server.setHidden(one.talk, one.isHidden);
  else if (one.do === 'hearNext') line.hearNext(one.isLost);
  else if (one.do === 'hearAgain') line.hearAgain(one.which);
  else if (one.do === 'ask') ask(one.what, one.talk, one.lag);
  else line.answer(one.which);
}
