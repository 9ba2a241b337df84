import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readIdentityToken } from './site-identity.ts';

const secret = 'the-newest-secret-of-this-site';
const olderSecret = 'the-secret-it-is-rotating-out';
const secrets = [secret, olderSecret];
const now = Date.UTC(2026, 2, 10, 12);
const inSeconds = (fromNow: number) => now / 1000 + fromNow;
const person = { sub: 'customer-7', exp: inSeconds(3600) };

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Signs anything at all, as a site's own code, an older library or an attacker would. */
function signed(claims: unknown, key = secret, header: object = { alg: 'HS256', typ: 'JWT' }, hash = 'sha256'): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
}

describe('a token that the site signed', () => {
  it('names the person', async () => {
    const token = signed({ ...person, name: ' Lucía Vega ', email: 'lucia@example.com' });
    expect(await readIdentityToken(token, secrets, now)).toEqual({
      externalId: 'customer-7',
      name: 'Lucía Vega',
      email: 'lucia@example.com',
    });
  });

  it('may leave out name and address', async () => {
    expect(await readIdentityToken(signed(person), secrets, now)).toEqual({
      externalId: 'customer-7',
      name: '',
      email: '',
    });
  });

  it('is read with the secret that is being replaced, until it is gone', async () => {
    const token = signed(person, olderSecret);
    expect(await readIdentityToken(token, secrets, now)).toMatchObject({ externalId: 'customer-7' });
    expect(await readIdentityToken(token, [secret], now)).toBeNull();
  });

  it.each([
    ['name is an array', { name: ['Lucía'] }],
    ['name has control characters', { name: 'Lu\r\ncía' }],
    ['address is not one', { email: 'nobody' }],
    ['address is an object', { email: { at: 'example.com' } }],
  ])('keeps the person when the %s', async (_case, extra) => {
    expect(await readIdentityToken(signed({ ...person, ...extra }), secrets, now)).toEqual({
      externalId: 'customer-7',
      name: '',
      email: '',
    });
  });
});

describe('stays anonymous', () => {
  const valid = signed(person);
  const [head = '', claims = '', signature = ''] = valid.split('.');

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['an array', [valid]],
    ['an object', { token: valid }],
    ['a number', 7],
    ['words', 'not a token'],
    ['a text that is too long', `${valid}${'a'.repeat(5_000)}`],
    ['a truncated signature', valid.slice(0, -4)],
    ['no signature', `${head}.${claims}.`],
    ['no signature and no dot', `${head}.${claims}`],
    ['a fourth part', `${valid}.${signature}`],
    ['other claims under the same signature', `${head}.${part({ ...person, sub: 'customer-8' })}.${signature}`],
    ["another site's token", signed(person, 'the-secret-of-some-other-site')],
    ['alg none', `${part({ alg: 'none' })}.${claims}.`],
    ['alg none with a signature', signed(person, secret, { alg: 'none' })],
    ['alg in other letters', signed(person, secret, { alg: 'hs256' })],
    ['HS384', signed(person, secret, { alg: 'HS384' }, 'sha384')],
    ['HS512', signed(person, secret, { alg: 'HS512' }, 'sha512')],
    ['RS256 signed with the secret', signed(person, secret, { alg: 'RS256' })],
    ['an unknown critical header', signed(person, secret, { alg: 'HS256', crit: ['x'], x: 1 })],
    ['no sub', signed({ exp: person.exp })],
    ['an empty sub', signed({ ...person, sub: ' ' })],
    ['a sub that is a number', signed({ ...person, sub: 7 })],
    ['a sub that is an array', signed({ ...person, sub: ['customer-7'] })],
    ['a sub with a line break', signed({ ...person, sub: 'a\nb' })],
    ['a sub with a lone surrogate', signed({ ...person, sub: 'a\ud800' })],
    ['no exp', signed({ sub: 'customer-7' })],
    ['an exp that is a text', signed({ ...person, exp: String(person.exp) })],
    ['an exp in the past', signed({ ...person, exp: inSeconds(-1) })],
    ['an exp more than a day ahead', signed({ ...person, exp: inSeconds(24 * 3600 + 61) })],
    ['an exp in milliseconds', signed({ ...person, exp: now + 3_600_000 })],
    ['a token that is not valid yet', signed({ ...person, nbf: inSeconds(60) })],
    ['claims that are an array', signed([person])],
    ['claims that are null', signed(null)],
  ])('with %s', async (_case, token) => {
    expect(await readIdentityToken(token, secrets, now)).toBeNull();
  });

  it('when the site has no secret, or one that anybody could guess', async () => {
    expect(await readIdentityToken(valid, [], now)).toBeNull();
    expect(await readIdentityToken(signed(person, ''), [''], now)).toBeNull();
    expect(await readIdentityToken(signed(person, 'short'), ['short'], now)).toBeNull();
  });
});
