import { urlLength } from '../limits.ts';

interface Link {
  /** As it was written, without what ends the sentence around it. */
  text: string;
  href: string;
}

const closing = new Map([
  [')', '('],
  [']', '['],
]);

/**
 * Where an address leads, if its reader can see that: what is written is what is opened. One with a name and a password
 * before its host, with a host that is written in some other way than it is read, or in letters that look like
 * others, is left as text.
 */
export function linkTo(written: string): Link | undefined {
  const text = withoutEnd(written);
  if (text.length > urlLength) return undefined;
  const [, scheme, host = ''] = /^(https?:\/\/|www\.)([^/?#]*)/i.exec(text) ?? [];
  if (!scheme) return /[^@]@.*\.[a-z]{2,63}$/i.test(text) ? { text, href: `mailto:${text}` } : undefined;
  if (!isReadable(host.replace(/:\d{1,5}$/, ''))) return undefined;
  return { text, href: /^w/i.test(scheme) ? `https://${text}` : text };
}

const oneOf255 = /^(?:0|[1-9]\d{0,2})$/;

/** Latin letters with their accents, or letters that are all of other scripts: never some that pass for the others. */
function isReadable(host: string): boolean {
  const labels = host.split('.');
  if (labels.some((label) => !/^[\p{L}\p{M}\d-]+$/u.test(label))) return false;
  // Whatever ends in a number is one to a browser, in more ways of writing than people can read.
  if (/^(?:\d|0x[\da-f]*$)/i.test(labels.at(-1) ?? ''))
    return labels.length === 4 && labels.every((one) => oneOf255.test(one));
  const plain = host.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[\da-z.-]+$/i.test(plain) || !/\p{Script=Latin}/u.test(plain);
}

/** A full stop, a comma, or a bracket that was opened before the address belong to the sentence. */
function withoutEnd(text: string): string {
  const opened = new Map([...closing].map(([end, begin]) => [end, count(text, begin) - count(text, end)]));
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] ?? '';
    const surplus = opened.get(last);
    if (surplus !== undefined && surplus < 0) opened.set(last, surplus + 1);
    else if (!/[.,:;!?¡¿'’”»…*、。，！？：；）]/.test(last)) break;
  }
  return text.slice(0, end);
}

function count(text: string, one: string): number {
  return text.split(one).length - 1;
}
