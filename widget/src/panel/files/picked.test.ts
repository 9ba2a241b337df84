import { fileBytes, filesPerMessage } from '@ventanilla/shared/limits';
import { describe, expect, it } from 'vitest';
import { canSend, type Picked, pick, uploadAll } from './picked.ts';

function file(name: string, size = 10): File {
  return Object.defineProperty(new File([], name), 'size', { value: size });
}

const problems = (list: Picked[]) => list.map((one) => `${one.file.name} ${one.problem}`.trim());

describe('what is chosen', () => {
  it('is looked at before anything leaves', () => {
    expect(problems(pick([], [file('a', fileBytes), file('b', fileBytes + 1), file('c', 0)]))).toEqual([
      'a',
      'b too_large',
      'c empty',
    ]);
  });

  it('may be five; the next one says so, the others are left out, and what will not go anyway does not count', () => {
    const many = Array.from({ length: 200 }, (_, index) => file(`f${index}`));
    const list = pick(pick([], [file('empty', 0), file('first')]), many);
    expect(list).toHaveLength(filesPerMessage + 2);
    expect(problems(list).at(-1)).toBe('f4 too_many');
    expect(pick(list, many)).toHaveLength(list.length);
  });

  it('can be sent while one of it goes along, or may be tried again', () => {
    const refused = pick([], [file('a', fileBytes + 1), file('b', 0)]);
    expect(canSend(refused)).toBe(false);
    expect(canSend(pick(refused, [file('c')]))).toBe(true);
    const [waiting] = pick([], [file('d')]);
    expect(canSend(waiting ? [{ ...waiting, problem: 'unreachable' }] : [])).toBe(true);
  });
});

/** A server that answers by name; 'offline' answers nothing. */
function server(answers: Record<string, string> = {}) {
  const asked: string[] = [];
  const request = async (_path: string, { name = '' }: Record<string, string>, init?: RequestInit) => {
    asked.push(name);
    init?.signal?.throwIfAborted();
    const code = answers[name];
    if (code === 'offline') throw new TypeError('failed to fetch');
    const data = { file: { id: `fil_${name}`, name, mime: 'text/plain', sizeBytes: 10, width: 0, height: 0 } };
    return Response.json(code ? { ok: false, error: { code, message: '' } } : { ok: true, data });
  };
  return { asked, request };
}

describe('[DL6] uploading', () => {
  it('goes one after the other, and is complete when all are there', async () => {
    const list = pick([], [file('a'), file('b')]);
    const { asked, request } = server();
    const seen: string[] = [];
    expect(
      await uploadAll(list, request, () => seen.push(list.map(({ upload }) => (upload ? '↑' : '·')).join(''))),
    ).toBe(true);
    expect(asked).toEqual(['a', 'b']);
    expect(seen).toEqual(['↑·', '·↑']);
    expect(list.map(({ ref }) => ref?.id)).toEqual(['fil_a', 'fil_b']);
  });

  it('what is refused for good is said once, and the next time the message goes without it', async () => {
    const list = pick([], [file('a.exe'), file('b'), file('huge', fileBytes + 1)]);
    const { asked, request } = server({ 'a.exe': 'unsupported_type' });
    expect(await uploadAll(list, request, () => {})).toBe(false);
    expect(problems(list)).toEqual(['a.exe unsupported_type', 'b', 'huge too_large']);
    expect(await uploadAll(list, request, () => {})).toBe(true);
    expect(asked).toEqual(['a.exe', 'b']);
  });

  it.each([
    ['offline', 'unreachable'],
    ['rate_limited', 'rate_limited'],
    ['unavailable', 'unavailable'],
    ['internal', 'other'],
  ])('what could not be done for now (%s) is tried again, and only that', async (answer, problem) => {
    const list = pick([], [file('a'), file('b')]);
    const first = server({ b: answer });
    expect(await uploadAll(list, first.request, () => {})).toBe(false);
    expect(list[1]?.problem).toBe(problem);
    const second = server();
    expect(await uploadAll(list, second.request, () => {})).toBe(true);
    expect(second.asked).toEqual(['b']);
    expect(problems(list)).toEqual(['a', 'b']);
  });

  it('ends when it is taken away', async () => {
    const list = pick([], [file('a')]);
    const { request } = server();
    expect(await uploadAll(list, request, () => list[0]?.upload?.abort())).toBe(false);
    expect(list[0]?.ref).toBeUndefined();
  });
});
