import type { ArticleElement, ArticleNode } from '@ventanilla/shared/entities/article';

const inline: ReadonlySet<ArticleElement['tag']> = new Set(['a', 'code', 'em', 'strong']);
const wordsPerMinute = 200;

/** The words of a text without its signs; each block on a line of its own. */
export function plainText(nodes: readonly ArticleNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const text = plainText(node.children);
      return inline.has(node.tag) ? text : `\n${text}\n`;
    })
    .join('')
    .replace(/\n\s+/g, '\n')
    .trim();
}

/** At least one. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round((text.match(/\S+/g)?.length ?? 0) / wordsPerMinute));
}
