import type { ArticleNode, ArticleTag } from '@ventanilla/shared/entities/article';

/** A backslash before a sign takes its meaning; code; stars and underscores; the three parts of a link. */
const signs = /\\([!-/:-@[-`{-~])|`([^`]+)`|\*{1,3}|_{1,3}|\[|\]\(([^\s()<>]{1,2000})\)/g;
const marks: Record<string, ArticleTag> = { '**': 'strong', __: 'strong', '*': 'em', _: 'em' };
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
/** Deeper than this a sign is text. It keeps the work per sign constant. */
const maxDepth = 16;

interface Frame {
  mark: string;
  children: ArticleNode[];
  /** A bracket round a finished link: links do not nest. */
  isDead: boolean;
}

/**
 * Bold, italic, code and links of one paragraph, in one pass. A sign without its partner stays text, and so does a link
 * that leads elsewhere than to http, https, mailto or tel: nobody's words are lost, and nothing runs.
 */
export function parseInline(text: string): ArticleNode[] {
  const root: Frame = { mark: '', children: [], isDead: false };
  const open: Frame[] = [root];
  const top = () => open.at(-1) ?? root;
  let from = 0;

  function say(words: string): void {
    const { children } = top();
    const last = children.at(-1);
    if (words === '') return;
    if (typeof last === 'string') children[children.length - 1] = last + words;
    else children.push(words);
  }

  /** What was opened above this place and not closed was not meant as a sign. */
  function leave(place: number): void {
    for (const { mark, children } of open.splice(place)) {
      say(mark);
      for (const child of children) typeof child === 'string' ? say(child) : top().children.push(child);
    }
  }

  function close(place: number, tag: ArticleTag, href?: string): void {
    leave(place + 1);
    const { children } = open.pop() ?? root;
    top().children.push(href === undefined ? { tag, children } : { tag, children, href });
  }

  function emphasise(mark: string, start: number, end: number): void {
    const place = open.findLastIndex((frame) => frame.mark === mark);
    const [before, after] = [text.charAt(start - 1), text.charAt(end)];
    const isInWord = mark.startsWith('_') && isWordly(before) && isWordly(after);
    const isFilled = place >= 0 && (place < open.length - 1 || top().children.length > 0);
    if (isFilled && !isBlank(before) && !isInWord) close(place, marks[mark] ?? 'em');
    else if (place < 0 && !isBlank(after) && !isInWord && open.length < maxDepth)
      open.push({ mark, children: [], isDead: false });
    else say(mark);
  }

  /** Three at once are bold and italic, closed in the order in which they were opened. */
  function emphasiseBoth(run: string, start: number, end: number): void {
    const one = run.charAt(0);
    const parts = top().mark === one ? [one, one + one] : [one + one, one];
    for (const part of parts) emphasise(part, start, end);
  }

  function link(href: string, source: string): void {
    const place = open.findLastIndex((frame) => frame.mark === '[' && !frame.isDead);
    if (place < 0 || !isSafe(href)) {
      say(source);
      return;
    }
    close(place, 'a', href);
    for (const frame of open) if (frame.mark === '[') frame.isDead = true;
  }

  for (const match of text.matchAll(signs)) {
    const [sign, escaped, code, href] = match;
    const end = match.index + sign.length;
    say(text.slice(from, match.index));
    from = end;
    if (escaped !== undefined) say(escaped);
    else if (code !== undefined) top().children.push({ tag: 'code', children: [code] });
    else if (href !== undefined) link(href, sign);
    else if (sign === '[' && open.length < maxDepth) open.push({ mark: sign, children: [], isDead: false });
    else if (sign === '[') say(sign);
    else if (sign.length === 3) emphasiseBoth(sign, match.index, end);
    else emphasise(sign, match.index, end);
  }
  say(text.slice(from));
  leave(1);
  return root.children;
}

function isSafe(href: string): boolean {
  return URL.canParse(href) && schemes.has(new URL(href).protocol);
}

const isBlank = (character: string) => character.trim() === '';
const isWordly = (character: string) => /[\p{L}\p{N}]/u.test(character);
