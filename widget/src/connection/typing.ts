import { now } from '../clock.ts';

const repeatMs = 3_000;
const restMs = 6_000;
/** Longer than the desk's own repetition: without another word of it, nobody writes any more. */
const forgetMs = 8_000;

export interface Typing<Id extends string> {
  /** This visitor has pressed a key. */
  type(id: Id): void;
  /** The words were sent, taken away, or left alone. */
  rest(): void;
  /** Somebody at the desk writes, or ('') has stopped. */
  hear(id: Id, name: string): void;
  /** Rests, and forgets who was writing. */
  stop(): void;
}

/**
 * `tell`: that this visitor writes, at most every few seconds, and once when the hand rests. `put`: who at the desk writes,
 * forgotten when nothing more is heard of it.
 */
export function createTyping<Id extends string>(
  tell: (id: Id, isTyping: boolean) => void,
  put: (id: Id, name: string) => void,
): Typing<Id> {
  let told: { id: Id; at: number } | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let forgetting: ReturnType<typeof setTimeout> | undefined;

  function rest(): void {
    clearTimeout(resting);
    if (told) tell(told.id, false);
    told = undefined;
  }

  return {
    type(id) {
      clearTimeout(resting);
      resting = setTimeout(rest, restMs);
      if (told?.id === id && now() - told.at < repeatMs) return;
      told = { id, at: now() };
      tell(id, true);
    },
    rest,
    hear(id, name) {
      clearTimeout(forgetting);
      put(id, name);
      if (name !== '') forgetting = setTimeout(put, forgetMs, id, '');
    },
    stop() {
      rest();
      clearTimeout(forgetting);
    },
  };
}
