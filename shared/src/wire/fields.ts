import * as v from 'valibot';
import { clientIdPattern, type FileId, type Id, type IdNoun, idPattern } from '../ids.ts';
import { limits } from '../limits.ts';
import { lacksReason } from '../priority.ts';
import { isOneLine, isStorable, isVisible } from '../text-line.ts';

/** Building blocks of the commands' inputs. */

export function id<N extends IdNoun>(noun: N) {
  return v.pipe(
    v.string(),
    v.regex(idPattern(noun)),
    v.transform((text) => text as Id<N>),
  );
}

export const clientId = v.pipe(v.string(), v.regex(clientIdPattern));

/** What a person says: several lines, length in UTF-16 code units, and files they uploaded before, as they are shown. */
export const said = {
  body: v.pipe(v.string(), v.maxLength(limits.messageLength, 'too_long'), v.check(isStorable, 'unstorable')),
  fileIds: v.optional(
    v.pipe(
      v.array(id('file')),
      v.maxLength(limits.filesPerMessage, 'too_many'),
      v.check((ids) => new Set(ids).size === ids.length, 'repeated'),
    ),
    [],
  ),
};

/** The words may be blank only when files go with them. */
export function notBlank<T extends { body: string; fileIds: readonly FileId[] }>() {
  return v.rawCheck<T>(({ dataset, addIssue }) => {
    if (!dataset.typed || isVisible(dataset.value.body) || dataset.value.fileIds.length > 0) return;
    const { value } = dataset;
    addIssue({
      message: 'blank',
      path: [{ type: 'object', origin: 'value', input: value, key: 'body', value: value.body }],
    });
  });
}

/** TK5. A priority that the matrix does not give needs a reason. */
export function reasoned<T extends Parameters<typeof lacksReason>[0]>() {
  return v.rawCheck<T>(({ dataset, addIssue }) => {
    if (!dataset.typed || !lacksReason(dataset.value)) return;
    const { value } = dataset;
    addIssue({
      message: 'blank',
      path: [{ type: 'object', origin: 'value', input: value, key: 'priorityReason', value: value.priorityReason }],
    });
  });
}

/** Several lines, possibly none. */
export function text(maxLength: number) {
  return v.pipe(v.string(), v.maxLength(maxLength, 'too_long'), v.check(isStorable, 'unstorable'));
}

/** One line of text, possibly empty. */
export function line(maxLength: number) {
  return v.pipe(
    v.string(),
    v.maxLength(maxLength, 'too_long'),
    v.check(isStorable, 'unstorable'),
    v.check(isOneLine, 'control'),
  );
}

export const name = v.pipe(
  line(limits.nameLength),
  v.trim(),
  v.check((text) => text !== '', 'blank'),
);

export const email = v.pipe(line(limits.addressLength), v.trim(), v.email());

export const password = v.pipe(
  v.string(),
  v.minLength(limits.passwordMinLength, 'too_short'),
  v.maxLength(limits.passwordMaxLength, 'too_long'),
  v.check(isStorable, 'unstorable'),
);

/** A secret that arrived in a link's fragment. */
export const secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,100}$/));

/** A day, as `2026-12-25`. */
export const date = v.pipe(v.string(), v.isoDate(), v.check(isRealDay, 'no_such_day'));

/** Not the 31st of April: a `Date` would make a day of May of it. */
function isRealDay(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** A whole number that may come as decimal digits, since query strings know nothing else. */
export function whole(min: number, max: number) {
  return v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number))]),
    v.safeInteger(),
    v.minValue(min),
    v.maxValue(max),
  );
}

export const seq = whole(0, Number.MAX_SAFE_INTEGER);
/** Not the largest number of all: what is changed gets the next one. */
export const version = whole(1, Number.MAX_SAFE_INTEGER - 1);
