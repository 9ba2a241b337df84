import { now } from '../clock.ts';

const repeatMs = 3_000;
const restMs = 6_000;
/** Longer than the desk's own repetition: without another word of it, nobody writes any more. */
const forgetMs = 8_000;

/** That this visitor writes: told at most every few seconds, and once when the hand rests. */
export function createTyping<Id extends string>(tell: (id: Id, isTyping: boolean) => void) {
  let told: { id: Id; at: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The words were sent, taken away, or left alone. */
  function rest(): void {
    clearTimeout(timer);
    if (told) tell(told.id, false);
    told = undefined;
  }

  return {
    rest,
    type(id: Id): void {
      clearTimeout(timer);
      timer = setTimeout(rest, restMs);
      if (told?.id === id && now() - told.at < repeatMs) return;
      told = { id, at: now() };
      tell(id, true);
    },
  };
}

/** That somebody at the desk writes: forgotten when nothing more is heard of it. */
export function createWriters<Id extends string>(put: (id: Id, name: string) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (id: Id, name: string): void => {
    clearTimeout(timer);
    put(id, name);
    if (name !== '') timer = setTimeout(put, forgetMs, id, '');
  };
}
