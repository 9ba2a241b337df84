import { type Piece, piecesOf, shownText } from '@ventanilla/shared/text/pieces';

/** What somebody wrote, as text: links that tell nobody where they were clicked, and code as it stands. */
export function Words({ text }: { text: string }) {
  return <>{piecesOf(text).map(shown)}</>;
}

function shown(piece: Piece, index: number, all: Piece[]) {
  const text = shownText(piece, all[index - 1]);
  switch (piece.kind) {
    case 'link':
      return (
        <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow" title={piece.href}>
          {text}
        </a>
      );
    case 'code':
      return <code key={index}>{text}</code>;
    case 'block':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled with the arrow keys.
        <code key={index} class="block" tabIndex={0}>
          {text}
        </code>
      );
    case 'text':
      return text;
  }
}
