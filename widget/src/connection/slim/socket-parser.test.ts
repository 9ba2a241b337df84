import { expect, it } from 'vitest';
import { Decoder, Encoder, type Packet } from './socket-parser.ts';

function decode(text: string): Packet[] {
  const packets: Packet[] = [];
  const decoder = new Decoder();
  decoder.on('decoded', (packet) => packets.push(packet));
  decoder.add(text);
  return packets;
}

// The texts are those of the protocol's own description, version 5.
it.each<[Packet, string]>([
  [{ type: 0, nsp: '/visitor', data: { token: '123' } }, '0/visitor,{"token":"123"}'],
  [{ type: 1, nsp: '/visitor', data: undefined }, '1/visitor,'],
  [{ type: 2, nsp: '/visitor', data: ['foo', 'a,b'] }, '2/visitor,["foo","a,b"]'],
  [{ type: 2, nsp: '/visitor', id: 12, data: ['foo', 1] }, '2/visitor,12["foo",1]'],
  [{ type: 3, nsp: '/visitor', id: 0, data: ['line\nbreak'] }, '3/visitor,0["line\\nbreak"]'],
  [{ type: 4, nsp: '/visitor', data: { message: 'no' } }, '4/visitor,{"message":"no"}'],
])('%o ⇄ %s', (packet, text) => {
  expect(new Encoder().encode(packet)).toEqual([text]);
  expect(decode(text)).toEqual([packet]);
});

it('understands the main namespace, which has no name', () => {
  expect(decode('0{"sid":"x"}')).toEqual([{ type: 0, nsp: '/', data: { sid: 'x' } }]);
});

it.each(['', 'x', '2/visitor,[', '2/visitor,{]'])('throws on %o, so that the connection is closed', (text) => {
  expect(() => decode(text)).toThrow();
});
