import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marks, type Piece, piecesOf } from './pieces.ts';

/** Every environment of ours has it; this package is written for none in particular. */
declare const URL: new (
  address: string,
) => { href: string; host: string; protocol: string; username: string; password: string };

const linksIn = (text: string) =>
  piecesOf(text).flatMap((piece) => (piece.kind === 'link' ? `${piece.text} → ${piece.href}` : []));
const source = (pieces: readonly Piece[]) =>
  pieces.map(({ kind, text }) => `${marks[kind]}${text}${marks[kind]}`).join('');

describe('an address', () => {
  it.each([
    ['Mira https://alameda.example/averias?id=1#luz.', 'https://alameda.example/averias?id=1#luz'],
    ['(véase https://alameda.example/a_(b))', 'https://alameda.example/a_(b)'],
    ['¿Has visto http://alameda.example:8080/?', 'http://alameda.example:8080/'],
    ['«https://alameda.example/»', 'https://alameda.example/'],
    ['[la guía](https://alameda.example/guia)', 'https://alameda.example/guia'],
    ['HTTPS://ALAMEDA.EXAMPLE/Luz', 'HTTPS://ALAMEDA.EXAMPLE/Luz'],
    ['https://alameda.example/ñandú…', 'https://alameda.example/ñandú'],
  ])('%s', (text, written) => {
    expect(linksIn(text)).toEqual([`${written} → ${written}`]);
  });

  it('without its scheme is one of the web, and of a mailbox one for mail', () => {
    expect(linksIn('www.alameda.example, o ayuda+fibra@alameda.example.')).toEqual([
      'www.alameda.example → https://www.alameda.example',
      'ayuda+fibra@alameda.example → mailto:ayuda+fibra@alameda.example',
    ]);
  });

  it.each(['https://peluquería.example/', 'https://пример.рф/'])('may be written as its readers write: %s', (text) => {
    expect(linksIn(text)).toHaveLength(1);
  });

  it.each([
    ['a scheme that runs something', 'javascript:alert(1) data:text/html,x vbscript:x file:///etc/passwd'],
    ['a name before the host that looks like one', 'https://www.alameda.example@evil.example/'],
    ['letters that look like others', 'https://www.аррӏе.com/ https://gооgle.example/ https://lıdl.example/'],
    ['a number for a host', 'http://2130706433/ http://0x7f.1/'],
    ['an escaped host', 'https://%65vil.example/'],
    ['no host', 'https:// https:///evil.example http://?a www. @ a@b'],
    ['a backslash that browsers take for a slash', 'https:\\\\evil.example'],
    ['something longer than an address may be', `https://alameda.example/${'a'.repeat(2_000)}`],
    ['inside a word', 'xhttps://alameda.example'],
  ])('%s: stays text', (_why, text) => {
    expect(linksIn(text)).toEqual([]);
  });

  it('ends where something invisible begins', () => {
    expect(linksIn('https://alameda.example/\u202egpj.exe')).toEqual([
      'https://alameda.example/ → https://alameda.example/',
    ]);
  });
});

describe('code', () => {
  it('in a line, and in a block that keeps its lines; nothing in it is a link', () => {
    expect(piecesOf('Pon `ping 1.1.1.1` y:\n```\n  https://a.example\n```\nya')).toEqual([
      { kind: 'text', text: 'Pon ' },
      { kind: 'code', text: 'ping 1.1.1.1' },
      { kind: 'text', text: ' y:\n' },
      { kind: 'block', text: '\n  https://a.example\n' },
      { kind: 'text', text: '\nya' },
    ]);
  });

  it.each(['un ` suelto', 'dos ` en\ndos líneas `', '```sin cerrar', '``', '``````', '``` ```'])(
    'that was not closed, or is empty, is text: %s',
    (text) => {
      expect(piecesOf(text)).toEqual([{ kind: 'text', text }]);
    },
  );
});

const shard = fc.oneof(
  fc.constantFrom(
    'https://',
    'http:',
    '//',
    'www.',
    '@',
    '.',
    '(',
    ')',
    '[',
    ']',
    '`',
    '```',
    '\n',
    ' ',
    ':',
    '?',
    '#',
  ),
  fc.constantFrom(
    'alameda.example',
    'мама',
    '\u202e',
    '\u200b',
    '%2f',
    '\\',
    'javascript:',
    'ñ',
    '👩‍👩‍👧',
    '\ud800',
    '1.2',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const writing = fc.array(shard, { maxLength: 40 }).map((shards) => shards.join(''));

it('whatever is written, nothing is lost or added, and every link leads where it says', () => {
  fc.assert(
    fc.property(writing, (text) => {
      const pieces = piecesOf(text);
      expect(source(pieces)).toBe(text);
      for (const piece of pieces) {
        expect(piece.text).not.toBe('');
        if (piece.kind !== 'link') continue;
        expect(piece.href).toMatch(/^(?:https?:\/\/|mailto:)/i);
        // Where a browser goes is what stands there. Not every name in other scripts is one.
        if (/^[ -~]*$/.test(piece.text)) expect(piece.text.toLowerCase()).toContain(new URL(piece.href).host);
        expect(piece.text).not.toMatch(/[\s\p{C}]/u);
      }
    }),
    { numRuns: 2_000 },
  );
});

it('an address between two words is found as it was written', () => {
  const address = fc.webUrl({ withQueryParameters: true, withFragments: true }).filter((url) => /[\w/=]$/.test(url));
  fc.assert(
    fc.property(address, (url) => {
      expect(linksIn(`ve a ${url} y dime`)).toEqual([`${url} → ${url}`]);
    }),
  );
});

it.each(['https://', '@', '`', '(', 'a@', 'www.', ')'])('10,000 characters of %s are read in one go', (shard) => {
  const text = shard.repeat(10_000 / shard.length);
  expect(source(piecesOf(text))).toBe(text);
});
