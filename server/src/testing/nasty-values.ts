import fc, { type Arbitrary } from 'fast-check';

/** Characters that people, pastes and attackers send, all of which can be stored. */
const storable = [
  ...'aZ09 ñé漢ا',
  ...`<>&"'\`\\/{}$%;-=+@`,
  '😀',
  '👩‍👩‍👧',
  'e\u0301',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u202e',
  '\u2066',
  '\u00a0',
  '\ufffd',
];
/** Of these, the ones that only words of several lines may hold. */
const controls = ['\n', '\r', '\t', '\u0001', '\u001b[31m', '\u007f', '\u0085', '\u2028', '\u2029'];

const sayings = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  'javascript:alert(1)',
  "'; DROP TABLE entries; --",
  "' OR '1'='1",
  '{{7*7}} #{7*7} <%= 7*7 %>',
  '=HYPERLINK("http://evil.example")',
  '../../../../etc/passwd',
  '%s%n%d',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '\u202egpj.exe',
];

/** Texts of this length that may stand in a message; some of them are too wild for one line. */
export function words(minLength: number, maxLength: number): Arbitrary<string> {
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength;
  const of = (unit: string[]) => fc.array(fc.constantFrom(...unit), { maxLength: 30 }).map((parts) => parts.join(''));
  return fc
    .oneof(
      of(storable),
      of([...storable, ...controls]),
      fc.constantFrom(...sayings),
      fc.constantFrom(minLength, maxLength).map((length) => 'ñ'.repeat(length)),
    )
    .map((text) => (text.length < minLength ? text.padEnd(minLength, 'x') : text))
    .filter(fits);
}

const unstorable = ['\u0000', 'a\u0000b', '\ud800', '\udfff', 'x\udc00\ud800y', '\ud83d'];
const numbers = [0, -0, -1, 0.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, 2 ** 53 + 2, -(2 ** 63), 1e308, 5e-324];

/** As only JSON can make it: a field of its own with this name. */
const polluted: unknown = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}');

function nested(depth: number, isArray: boolean): unknown {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i++) value = isArray ? [value] : { a: value };
  return value;
}

/** Anything at all that can be sent in place of what belongs there. */
export const junk: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, true, false, '', ' ', [], {}, [[]], [null], new Date(0), polluted),
  fc.constantFrom(...numbers),
  fc.constantFrom(...unstorable, ...sayings),
  words(0, 100),
  fc.tuple(fc.constantFrom(2, 20, 300), fc.boolean()).map(([depth, isArray]) => nested(depth, isArray)),
  fc.constantFrom('x'.repeat(20_000), '😀'.repeat(7_000), Array(500).fill(null)),
  fc.anything({ maxDepth: 3, maxKeys: 5 }),
  fc.constantFrom({ toString: 1, valueOf: 1 }, { length: -1 }, { toJSON: 'x' }, { _placeholder: true, num: 0 }),
);
