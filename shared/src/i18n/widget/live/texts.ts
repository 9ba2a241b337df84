/** While a conversation goes on: the queue, who writes, and the ways out. `{…}` are slots for values. */
export interface LiveTexts {
  writing: string;
  alreadySolved: string;
  notDone: string;

  /** `{count}` is the place; the wait in minutes. */
  place: string;
  wait: string;
  behindNobody: string;
  behindOne: string;
  behindMany: string;
  queuedKept: string;
  returnedKept: string;
  queuedPromise: string;
  askTicket: string;
  withdraw: string;
}
