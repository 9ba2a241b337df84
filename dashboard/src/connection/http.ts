import { type Answer, failureOf, offline } from './failure.ts';

const answerTimeoutMs = 15_000;

/** JSON to our own server, for what happens before there is a socket. Never throws. */
export async function post<T>(path: string, body: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    return answerOf<T>(await response.json().catch(() => null));
  } catch {
    return { ok: false, error: offline };
  }
}

/** Every answer of ours is `{ ok, data }` or `{ ok, error }`; anything else comes from something in between. */
export function answerOf<T>(body: unknown): Answer<T> {
  if (typeof body === 'object' && body !== null && 'ok' in body) {
    if (body.ok === true && 'data' in body) return { ok: true, data: body.data as T };
    if (body.ok === false && 'error' in body) return { ok: false, error: failureOf(body.error) };
  }
  return { ok: false, error: { code: 'unavailable' } };
}
