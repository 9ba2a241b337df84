import fc, { type Arbitrary } from 'fast-check';
import * as v from 'valibot';
import { junk, words } from './nasty-values.ts';

/** What the generators look at in a schema: at run time every kind of schema is a record with a `type`. */
interface Look {
  type: string;
  pipe?: readonly { type: string; requirement?: unknown }[];
  entries?: Record<string, Look>;
  item?: Look;
  options?: readonly unknown[];
  wrapped?: Look;
  fallback?: unknown;
}

/** The library's types describe one schema each; its documented fields are the same for all. */
function lookInto(schema: v.GenericSchema): Look {
  return schema as unknown as Look;
}

/** Inputs that the schema accepts, with the strangest texts it lets through. */
export function validOf(schema: v.GenericSchema): Arbitrary<unknown> {
  return valuesOf(lookInto(schema)).filter((value) => isAccepted(schema, value));
}

/** Inputs that it does not accept: junk as a whole, junk in a field, a field missing. */
export function brokenOf(schema: v.GenericSchema): Arbitrary<unknown> {
  const whole = valuesOf(lookInto(schema));
  const spoilt = Object.entries(lookInto(schema).entries ?? {}).flatMap(([name, field]) => [
    fc.tuple(whole, spoiltOf(field)).map(([input, value]) => withField(input, name, value)),
    whole.map((input) => withField(input, name, undefined)),
  ]);
  return fc.oneof(junk, ...spoilt).filter((value) => !isAccepted(schema, value));
}

/** As the server sees it once it has come over the wire, where NaN is null and nothing is an empty object. */
function isAccepted(schema: v.GenericSchema, value: unknown): boolean {
  const text = JSON.stringify(value);
  return v.is(schema, text === undefined ? {} : (JSON.parse(text) ?? {}));
}

function withField(input: unknown, name: string, value: unknown): unknown {
  return { ...(input as object), [name]: value };
}

/** One step beyond what this field allows. */
function spoiltOf(field: Look): Arbitrary<unknown> {
  const { type, ...inner } = field.wrapped ?? field;
  const most = limitOf({ type, ...inner }, 'max_length') ?? 0;
  const tooMuch = type === 'array' ? Array(most + 1).fill(0) : 'x'.repeat(most + 1);
  const nearly = valuesOf(field).map((value) => (typeof value === 'string' ? `${value}\u0000` : [value]));
  return fc.oneof({ arbitrary: junk, weight: 4 }, { arbitrary: nearly, weight: 2 }, fc.constant(tooMuch));
}

function limitOf({ pipe = [] }: Look, type: string): number | undefined {
  const requirement = pipe.find((step) => step.type === type)?.requirement;
  return typeof requirement === 'number' ? requirement : undefined;
}

function valuesOf(look: Look, outer: Look = look): Arbitrary<unknown> {
  if (look.fallback !== undefined) return fc.oneof(valuesOf({ ...look, fallback: undefined }), junk);
  switch (look.type) {
    case 'object':
      return recordOf(look.entries ?? {});
    case 'array':
      return fc.array(valuesOf(look.item ?? { type: 'unknown' }), {
        maxLength: Math.min(3, limitOf(look, 'max_length') ?? 3),
      });
    case 'string':
      return textOf(look);
    case 'number':
      return numberOf(outer);
    case 'boolean':
      return fc.boolean();
    case 'picklist':
      return fc.constantFrom(...(look.options ?? []));
    case 'record':
      return fc.dictionary(words(1, 40), fc.oneof(words(0, 100), finite, fc.boolean()), { maxKeys: 4 });
    case 'union':
      return fc.oneof(numberOf(look), numberOf(look).map(String));
    case 'optional':
      return fc.oneof(valuesOf(look.wrapped ?? { type: 'unknown' }), fc.constant(undefined));
    default:
      throw new Error(`say here what a ${look.type} may be`);
  }
}

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

function recordOf(entries: Record<string, Look>): Arbitrary<unknown> {
  return fc.record(Object.fromEntries(Object.entries(entries).map(([name, field]) => [name, valuesOf(field)])));
}

function textOf(look: Look): Arbitrary<string> {
  const pattern = look.pipe?.find((step) => step.type === 'regex')?.requirement;
  if (pattern instanceof RegExp) return matching(pattern);
  if (look.pipe?.some((step) => step.type === 'email')) return fc.emailAddress();
  if (look.pipe?.some((step) => step.type === 'url')) return fc.webUrl();
  if (look.pipe?.some((step) => step.type === 'iso_date')) return days;
  return words(limitOf(look, 'min_length') ?? 0, limitOf(look, 'max_length') ?? 100);
}

/** The contract's numbers are whole; their bounds stand on the outermost pipe. */
function numberOf(look: Look): Arbitrary<number> {
  const min = limitOf(look, 'min_value') ?? 0;
  const max = limitOf(look, 'max_value') ?? Number.MAX_SAFE_INTEGER;
  return fc.oneof(
    fc.integer({ min, max: Math.min(max, min + 3) }),
    fc.integer({ min, max }),
    fc.constantFrom(min, max),
  );
}

/** Around this year, so that one is seldom years after another. */
const days = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const known = new Map<string, Arbitrary<string>>();
/** Kept, because making one costs more than a thousand values of it. */
function matching(pattern: RegExp): Arbitrary<string> {
  const arbitrary = known.get(pattern.source) ?? fc.stringMatching(pattern);
  known.set(pattern.source, arbitrary);
  return arbitrary;
}
