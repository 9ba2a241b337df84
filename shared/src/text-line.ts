/** What both databases store alike: no lone surrogates, no U+0000. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/** Nothing in it ends a line or controls a terminal. */
export function isOneLine(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029) return false;
  }
  return true;
}

/** Something that a reader can see: neither white space nor format characters (zero-width, bidi marks) alone. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cf}]/u.test(text);
}
