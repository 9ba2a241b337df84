import { limits } from '@ventanilla/shared/limits';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVisitor, newClientId, startChat, type TestVisitor } from '../testing/clients.ts';
import { joinPacket, openRaw, openRawVisitor, type RawSocket } from '../testing/raw-socket.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

type Refused = { ok: false; error: { code: string; message: string } };

let app: RunningApp;
let bystander: TestVisitor;
let token = '';

beforeAll(async () => {
  app = await startApp();
  bystander = await aVisitor(app);
  token = bystander.token;
});
afterAll(async () => {
  bystander?.close();
  await app?.close();
});

const auth = () => ({ site: app.siteKey, token });

/** The server goes on serving those who did nothing wrong. */
async function expectServing(): Promise<void> {
  expect((await bystander.call('conversation:list', {})).ok).toBe(true);
}

/** Sends on a connection of its own that has joined `/visitor`, and reads the packet that begins so. */
async function exchange(packets: (string | Uint8Array<ArrayBuffer>)[], beginning: string): Promise<string> {
  const socket = await openRawVisitor(app, auth());
  for (const packet of packets) socket.send(packet);
  const answer = await socket.receives(beginning);
  socket.close();
  return answer.slice(beginning.length);
}

async function acknowledged(...packets: (string | Uint8Array<ArrayBuffer>)[]): Promise<Refused> {
  const [answer] = JSON.parse(await exchange(packets, '43/visitor,7'));
  return answer;
}

describe('a packet with a callback is acknowledged, whatever is in it', () => {
  it.each([
    ['only a callback', '42/visitor,7["message:send"]', 'invalid'],
    ['null', '42/visitor,7["message:send",null]', 'invalid'],
    ['a number', '42/visitor,7["message:send",-0]', 'invalid'],
    ['a text', '42/visitor,7["message:send","hola"]', 'invalid'],
    ['an array', '42/visitor,7["message:send",[]]', 'invalid'],
    ['two arguments', '42/visitor,7["message:send",{},{}]', 'invalid'],
    ['nothing but a prototype', '42/visitor,7["message:send",{"__proto__":{"conversationId":"x"}}]', 'invalid'],
    ['a number for a name', '42/visitor,7[5,{}]', 'unknown_command'],
    ['an unknown name', '42/visitor,7["message:burn",{}]', 'unknown_command'],
    ['an empty name', '42/visitor,7["",{}]', 'unknown_command'],
    ['a name every object has', '42/visitor,7["constructor",{}]', 'unknown_command'],
    ['the name of the prototype', '42/visitor,7["__proto__",{}]', 'unknown_command'],
    ["the name of the library's error", '42/visitor,7["error",{}]', 'unknown_command'],
    ["an agent's command", '42/visitor,7["inbox:open",{}]', 'unknown_command'],
    ['a command of the HTTP door alone', '42/visitor,7["visitor:create",{}]', 'unknown_command'],
    ['very deep nesting', `42/visitor,7["message:send",${'['.repeat(20_000)}${']'.repeat(20_000)}]`, 'invalid'],
  ])('%s', async (_case, packet, code) => {
    const answer = await acknowledged(packet);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(answer.error.message.length).toBeGreaterThan(10);
    await expectServing();
  });

  it('binary where an object belongs', async () => {
    const packet = '451-/visitor,7["message:send",{"_placeholder":true,"num":0}]';
    expect(await acknowledged(packet, new Uint8Array([1, 2, 3]))).toMatchObject({ error: { code: 'invalid' } });
  });

  it('binary where a text belongs', async () => {
    const input = `{"startId":"${newClientId()}","clientId":"${newClientId()}","body":{"_placeholder":true,"num":0}}`;
    const answer = await acknowledged(`451-/visitor,7["conversation:start",${input}]`, new Uint8Array([104, 105]));
    expect(answer).toMatchObject({ error: { code: 'invalid', details: { field: 'body' } } });
  });

  it('the largest message there can be', async () => {
    const body = '\u0001'.repeat(limits.messageLength);
    const { conversation } = await startChat(bystander, 'Hola');
    const input = JSON.stringify({ conversationId: conversation.id, clientId: newClientId(), body });
    expect(await acknowledged(`42/visitor,7["message:send",${input}]`)).toMatchObject({ ok: true });
  });
});

it('a command without a callback is refused by an event that names it', async () => {
  const [name, event] = JSON.parse(await exchange(['42/visitor,["message:send",{"body":5}]'], '42/visitor,'));
  expect(name).toBe('command:refused');
  expect(event).toMatchObject({ command: 'message:send', error: { code: 'invalid', message: expect.any(String) } });
});

it('a command without a callback that is in order is stored like any other', async () => {
  const { conversation } = await startChat(bystander, 'Hola');
  const clientId = newClientId();
  const input = JSON.stringify({ conversationId: conversation.id, clientId, body: 'sin acuse' });
  await exchange([`42/visitor,["message:send",${input}]`], '42/visitor,["entry:added"');
  const entries = await app.deps.store.entries.last(conversation.id, 10);
  expect(entries.filter((entry) => entry.clientId === clientId).map((entry) => entry.body)).toEqual(['sin acuse']);
});

describe('what is not a packet ends its own connection and no other', () => {
  it.each([
    ['garbage in place of JSON', '42/visitor,[[['],
    ['no event at all', '42/visitor,7[]'],
    ['an object in place of arguments', '42/visitor,7{}'],
    ['a reserved name', '42/visitor,["disconnect"]'],
    ["a listener's name", '42/visitor,["newListener",{}]'],
    ['a second connection to a namespace', joinPacket('/visitor')],
    ['an event of a namespace not joined', '42/agent,["inbox:open",{}]'],
    ['an event of the main namespace', '42["message:send"]'],
    ['more attachments than fit in memory', '459999999999-/visitor,["message:send",{"_placeholder":true,"num":0}]'],
    ['an attachment that was never announced', new Uint8Array([1])],
    ['text in place of an announced attachment', '451-/visitor,["a",{"_placeholder":true,"num":9}]', '42/visitor,[]'],
    ['an unknown packet of the transport', 'zzz'],
    ['an unknown packet of the protocol', '49/visitor,[]'],
  ])('%s', async (_case, ...packets) => {
    const socket = await openRawVisitor(app, auth());
    for (const packet of packets) socket.send(packet);
    await socket.closed;
    await expectServing();
  });

  it('a frame above the limit, with the code that says so', async () => {
    const socket = await openRawVisitor(app, auth());
    socket.send(`42/visitor,7["message:send","${'x'.repeat(2 * limits.commandBytes)}"]`);
    expect(await socket.closed).toBe(1009);
    await expectServing();
  });

  it('ten megabytes, before anybody has said who they are', async () => {
    const socket = await openRaw(app);
    socket.send('x'.repeat(10 * 1024 * 1024));
    expect(await socket.closed).toBe(1009);
    await expectServing();
  });
});

describe('a handshake is refused with a code and a sentence', () => {
  async function refusal(packet: string, headers: Record<string, string> = {}): Promise<{ code: string }> {
    const socket = await openRaw(app, { headers });
    socket.send(packet);
    const answer = await socket.receives('44');
    socket.close();
    const { data } = JSON.parse(answer.slice(answer.indexOf('{')));
    expect(data.message.length).toBeGreaterThan(10);
    return data;
  }

  it.each([
    ['missing', ''],
    ['0', '"protocol":0'],
    ['of the future', '"protocol":99'],
    ['a text', '"protocol":"1"'],
    ['an array', '"protocol":[1]'],
    ['null', '"protocol":null'],
    ['an object that cannot become a number', '"protocol":{"valueOf":1,"toString":1}'],
  ])('protocol: %s', async (_case, field) => {
    for (const namespace of ['/visitor', '/agent']) {
      expect(await refusal(`40${namespace},{${field}}`)).toMatchObject({ code: 'unsupported_protocol' });
    }
    await expectServing();
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['unknown', 'nothing'],
    ['an array', ['KEY']],
    ['the name of the prototype', '__proto__'],
    ['an object that cannot become a text', { toString: 1, valueOf: 1 }],
  ])('site: %s', async (_case, site) => {
    const given = Array.isArray(site) ? [app.siteKey] : site;
    expect(await refusal(joinPacket('/visitor', { site: given, token }))).toMatchObject({ code: 'unauthenticated' });
    await expectServing();
  });

  it.each([
    ['missing', () => undefined],
    ['empty', () => ''],
    ['null', () => null],
    ['an array', () => [token]],
    ['an object', () => ({ token })],
    ['truncated', () => token.slice(0, -1)],
    ['without its signature', () => token.slice(0, token.lastIndexOf('.') + 1)],
    ['with another signature', () => `${token.slice(0, -4)}AAAA`],
    ['with more behind it', () => `${token}.x`],
    ['of another visitor with this signature', () => token.replace(/vis_[0-9a-f]{8}/, 'vis_00000000')],
    ['unsigned', () => ['none', ...token.split('.').slice(1, 3), ''].join('.')],
    ['a JWT without algorithm', () => jwt({ alg: 'none' }, {})],
    ['too long', () => `v1.${'x'.repeat(5_000)}`],
  ])('token: %s', async (_case, given) => {
    const packet = joinPacket('/visitor', { site: app.siteKey, token: given() });
    expect(await refusal(packet)).toMatchObject({ code: 'unauthenticated' });
    await expectServing();
  });

  it('token: of another site of the same installation', async () => {
    const siteId = app.deps.ids.next('site');
    const foreign = app.deps.visitorTokens.issue({ visitorId: app.deps.ids.next('visitor'), siteId });
    const packet = joinPacket('/visitor', { site: app.siteKey, token: foreign });
    expect(await refusal(packet)).toMatchObject({ code: 'unauthenticated' });
  });

  it.each([
    ['null', 'null'],
    ["somebody else's", 'https://evil.example'],
    ['no address at all', 'evil'],
    ['ours with something behind it', 'http://localhost.evil.example'],
  ])('origin: %s', async (_case, origin) => {
    expect(await refusal(joinPacket('/visitor', auth()), { origin })).toMatchObject({ code: 'origin_not_allowed' });
    expect(await refusal(joinPacket('/agent'), { origin })).toMatchObject({ code: 'origin_not_allowed' });
  });

  it('origin: missing is enough for a program with a visitor’s token, never for an agent', async () => {
    (await openRawVisitor(app, auth())).close();
    expect(await refusal(joinPacket('/agent'))).toMatchObject({ code: 'origin_not_allowed' });
  });

  it.each(['[1]', '"text"', 'null', '7', '{"protocol"'])('proof: %s', async (proof) => {
    const socket = await openRaw(app);
    socket.send(`40/visitor,${proof}`);
    await Promise.race([socket.closed, socket.receives('44/visitor,')]);
    expect(socket.received.some((packet) => packet.startsWith('40'))).toBe(false);
    socket.close();
    await expectServing();
  });

  it('the main namespace belongs to nobody, others do not exist', async () => {
    const socket: RawSocket = await openRaw(app);
    socket.send('40');
    expect(JSON.parse((await socket.receives('44{')).slice(2))).toMatchObject({ data: { code: 'not_found' } });
    socket.send(joinPacket('/nothing'));
    await socket.receives('44/nothing,');
    socket.close();
    await expectServing();
  });
});

describe('the transport', () => {
  it.each([
    ['polling', 'EIO=4&transport=polling'],
    ['an unknown one', 'EIO=4&transport=smoke'],
    ['none', 'EIO=4'],
    ['polling of an older protocol', 'EIO=3&transport=polling'],
  ])('refuses %s', async (_case, query) => {
    const response = await fetch(`${app.url}/socket.io/?${query}`, { headers: { origin: 'https://evil.example' } });
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    await response.text();
  });

  it.each(['EIO=3&transport=websocket', 'transport=websocket'])('does not speak %s', async (query) => {
    const socket = await openRaw(app, { query }).catch(() => null);
    if (socket) await socket.closed;
    await expectServing();
  });
});

it('nothing of this was a fault of the server', () => {
  expect(app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});

function jwt(header: object, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.`;
}
