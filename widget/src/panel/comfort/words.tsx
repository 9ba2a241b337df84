import { type Piece, piecesOf, shownText } from '@ventanilla/shared/text/pieces';
import type { ComponentChildren } from 'preact';

/**
 * What somebody wrote: links that can be followed, code as it stands. All of it is text, nothing of it is HTML. What has neither
 * stays the same text, so that nobody hears it again when this arrives.
 */
export function words(body: string): ComponentChildren {
  const pieces = piecesOf(body);
  return pieces.every(({ kind }) => kind === 'text') ? body : pieces.map(shown);
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
