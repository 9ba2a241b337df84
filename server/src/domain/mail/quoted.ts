/** What was asked, as a mail may repeat it: no links, so that nobody has us carry theirs to a stranger. */
export function quoted(subject: string): string {
  return subject
    .split(/\s+/)
    .map((word) => (leadsSomewhere(word) ? '[…]' : word))
    .join(' ')
    .trim();
}

/** An address of a page or a mail box, as programs that show mails make links of it. */
function leadsSomewhere(word: string): boolean {
  return /:\/\/|^www\.|@|\p{L}\.\p{L}{2,}/iu.test(word);
}
