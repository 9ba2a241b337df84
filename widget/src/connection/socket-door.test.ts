// @vitest-environment happy-dom
import { handshake, Line } from '@ventanilla/shared/testing/line';
import type { WireError } from '@ventanilla/shared/wire/errors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Unreachable } from './door.ts';
import { type SocketDoor, socketDoor } from './socket-door.ts';

const letIn = '40/visitor,{"sid":"b"}';

let lost: number;
let heard: unknown[];
let door: SocketDoor;
let line: Line;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Line);
  lost = 0;
  heard = [];
  const onLost = () => {
    lost += 1;
  };
  door = socketDoor('https://desk.example/', onLost, { 'queue:moved': (event) => void heard.push(event) });
});

afterEach(() => {
  door.close();
  vi.useRealTimers();
});

/** How a promise ends, as a word or as what it gave. */
function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error: Unreachable) => error.refusal ?? error.message);
}

function knock(): Promise<unknown> {
  const opened = outcome(door.open({ site: 'k', token: 't', protocol: 1 }));
  line = Line.all.at(-1) as Line;
  return opened;
}

async function enter(): Promise<void> {
  const opened = knock();
  line.says(handshake, letIn);
  await opened;
}

const list = () => outcome(door.call('conversation:list', {}));

describe('at the door', () => {
  it('says who it is, and resolves when it is let in', async () => {
    const opened = knock();
    expect(line.url).toBe('wss://desk.example/socket.io/?EIO=4&transport=websocket');
    line.says(handshake);
    expect(line.sent).toEqual(['40/visitor,{"site":"k","token":"t","protocol":1}']);
    line.says(letIn);
    expect(await opened).toBeUndefined();
  });

  it('a server below a path is found there', async () => {
    door = socketDoor('http://intranet.example/help/', () => {}, {});
    void knock();
    expect(line.url).toBe('ws://intranet.example/help/socket.io/?EIO=4&transport=websocket');
  });

  it('a refusal gives its reason and is no loss', async () => {
    const opened = knock();
    const data: Partial<WireError> = { code: 'origin_not_allowed' };
    line.says(handshake, `44/visitor,${JSON.stringify({ message: 'no', data })}`);
    expect(await opened).toEqual(data);
    expect(line.isClosed).toBe(true);
    expect(lost).toBe(0);
  });

  it.each(['closes', 'says nothing', 'is no server of ours', 'goes offline'])(
    'one that %s is unreachable',
    async (fault) => {
      const opened = knock();
      if (fault === 'closes') line.onclose?.({ code: 1006 });
      else if (fault === 'is no server of ours') line.says('0<html>');
      else if (fault === 'goes offline') dispatchEvent(new Event('offline'));
      else await vi.advanceTimersByTimeAsync(8_000);
      expect(await opened).toBe('unreachable');
      expect(line.isClosed).toBe(true);
      expect(lost).toBe(0);
    },
  );
});

describe('a command', () => {
  it('gets its own answer, whatever the order of answers', async () => {
    await enter();
    const [first, second] = [list(), list()];
    expect(line.sent.slice(1)).toEqual([
      '42/visitor,0["conversation:list",{}]',
      '42/visitor,1["conversation:list",{}]',
    ]);
    line.says('43/visitor,1[{"ok":true,"data":2}]', '43/visitor,0[{"ok":true,"data":1}]');
    expect(await first).toEqual({ ok: true, data: 1 });
    expect(await second).toEqual({ ok: true, data: 2 });
  });

  it('before the door is open is not kept for later: the outbox does that', async () => {
    expect(await list()).toBe('unreachable');
    const opened = knock();
    expect(await list()).toBe('unreachable');
    line.says(handshake, letIn);
    await opened;
    expect(line.sent).toHaveLength(1);
  });

  it.each([1000, 1006, 1009])('on its way when the line closes with %i is unreachable, at once', async (code) => {
    await enter();
    const answer = list();
    line.onclose?.({ code });
    expect(await answer).toBe('unreachable');
    expect(lost).toBe(1);
    expect(await list()).toBe('unreachable');
  });

  it('without an answer means that nobody is there', async () => {
    await enter();
    const answer = list();
    await vi.advanceTimersByTimeAsync(8_000);
    expect(await answer).toBe('unreachable');
    expect(lost).toBe(1);
  });
});

describe('an open line', () => {
  beforeEach(enter);

  it('tells what is heard, and does not mind what it does not know', () => {
    line.says('42/visitor,["queue:moved",{"place":2}]', '42/visitor,["later:invention",{}]');
    expect(heard).toEqual([{ place: 2 }]);
  });

  it('carries texts with brackets, commas and line ends', () => {
    const event = { place: 1, text: 'a],[\n"b"\u2028/visitor,7[' };
    line.says(`42/visitor,${JSON.stringify(['queue:moved', event])}`);
    expect(heard).toEqual([event]);
  });

  it('answers pings and lives on; a silence longer than the server announced is a loss', async () => {
    for (let round = 0; round < 5; round++) {
      await vi.advanceTimersByTimeAsync(17_000);
      line.says('2');
    }
    expect(line.sent.filter((packet) => packet === '3')).toHaveLength(5);
    expect(lost).toBe(0);
    await vi.advanceTimersByTimeAsync(18_000);
    expect(lost).toBe(1);
    expect(line.isClosed).toBe(true);
  });

  it('in doubt is asked, and lost within three seconds without an answer', async () => {
    const answer = door.call('conversation:list', {}, 3_000);
    expect(line.sent.at(-1)).toBe('42/visitor,0["conversation:list",{}]');
    line.says('43/visitor,0[{"ok":true,"data":{"conversations":[]}}]');
    await answer;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(lost).toBe(0);
    const silence = outcome(door.call('conversation:list', {}, 3_000));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await silence).toBe('unreachable');
    expect(lost).toBe(1);
  });

  it('of a page that slept is found dead by the next command, before its timer fires', async () => {
    vi.setSystemTime(Date.now() + 60_000);
    expect(await list()).toBe('unreachable');
    expect(lost).toBe(1);
    expect(line.sent).toHaveLength(1);
  });

  it.each(['1', '41/visitor,', '42/visitor,{', '6', 'nonsense'])('that says %s no longer serves', (packet) => {
    line.says(packet);
    expect(lost).toBe(1);
    expect(line.isClosed).toBe(true);
  });

  it('is lost once, and quiet afterwards', async () => {
    dispatchEvent(new Event('offline'));
    line.says('42/visitor,["queue:moved",{"place":1}]');
    line.onclose?.({ code: 1006 });
    door.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lost).toBe(1);
    expect(heard).toEqual([]);
  });
});
