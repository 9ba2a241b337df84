import { useEffect, useState } from 'preact/hooks';
import { type Answer, isPassing } from '../../connection/failure.ts';
import { post } from '../../connection/http.ts';

export type LinkState<T> = { kind: 'checking' } | { kind: 'good'; data: T } | { kind: 'bad' } | { kind: 'unreachable' };

/** The secret travels in the fragment, which no server and no log ever sees. */
export function secretInAddress(): string {
  return location.hash.slice(1);
}

/** Asks whether the link still works; looking uses nothing up. */
export function useLinkCheck<T>(path: string): LinkState<T> {
  const [state, setState] = useState<LinkState<T>>({ kind: 'checking' });
  useEffect(() => {
    void post<T>(path, { secret: secretInAddress() }).then((answer) => setState(stateOf(answer)));
  }, [path]);
  return state;
}

function stateOf<T>(answer: Answer<T>): LinkState<T> {
  if (answer.ok) return { kind: 'good', data: answer.data };
  return { kind: isPassing(answer.error) ? 'unreachable' : 'bad' };
}
