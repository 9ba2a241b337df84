import { linkTo } from './link.ts';

/** A stretch of what somebody wrote. One after the other, with their marks, they are exactly the text. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  /** Between two backticks of one line. */
  | { kind: 'code'; text: string }
  /** Between two rows of three backticks, whatever stands in it. */
  | { kind: 'block'; text: string };

export const marks: Record<Piece['kind'], string> = { text: '', link: '', code: '`', block: '```' };

/** Plain text as it is shown: code apart, and links where an address of the web or of a mailbox stands. Linear in its length. */
export function piecesOf(text: string): Piece[] {
  return alternate(text, marks.block).flatMap(({ text: part, isMarked }) =>
    isMarked ? { kind: 'block' as const, text: part } : codeAndLinks(part),
  );
}

/** A block has lines of its own: what only leads to the first of them, or from the last, is not shown. */
export function shownText({ kind, text }: Piece, before: Piece | undefined): string {
  if (kind === 'block') return text.replace(/^\w*\n|\n$/g, '');
  return before?.kind === 'block' ? text.replace(/^\n/, '') : text;
}

function codeAndLinks(text: string): Piece[] {
  const lines = text.split(/(?<=\n)/);
  return joined(
    lines.flatMap((line) =>
      alternate(line, marks.code).flatMap(({ text: part, isMarked }) =>
        isMarked ? { kind: 'code' as const, text: part } : links(part),
      ),
    ),
  );
}

interface Part {
  text: string;
  isMarked: boolean;
}

/** A mark that nobody closes, or with nothing in it, is text. */
function alternate(text: string, mark: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let open = text.indexOf(mark);
  while (open >= 0) {
    const begin = open + mark.length;
    const end = text.indexOf(mark, begin);
    if (end < 0) break;
    if (text.slice(begin, end).trim() !== '') {
      parts.push({ text: text.slice(from, open), isMarked: false }, { text: text.slice(begin, end), isMarked: true });
      from = end + mark.length;
    }
    open = text.indexOf(mark, end + mark.length);
  }
  return [...parts, { text: text.slice(from), isMarked: false }].filter((part) => part.text !== '');
}

const candidate =
  /(?<![\w@.+-])(?:(?:https?:\/\/|www\.)[^\s<>"`{}|\\^\p{C}]+|[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8})/giu;

function links(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, 0: found } of text.matchAll(candidate)) {
    const link = linkTo(found);
    if (!link) continue;
    pieces.push({ kind: 'text', text: text.slice(from, index) }, { kind: 'link', ...link });
    from = index + link.text.length;
  }
  return [...pieces, { kind: 'text' as const, text: text.slice(from) }].filter((piece) => piece.text !== '');
}

/** Lines that are only text are one piece. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.kind === 'text' && piece.kind === 'text')
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}
