import type { ArticleElement, ArticleNode, ArticleTag } from '@ventanilla/shared/entities/article';
import { h, type VNode } from 'preact';

/** Headings stand below the article's own title, whatever level that has here. */
const tags: Record<Exclude<ArticleTag, 'a'>, string> = {
  h2: 'h3',
  h3: 'h4',
  p: 'p',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  pre: 'pre',
  code: 'code',
  strong: 'strong',
  em: 'em',
};

/** A text as a tree becomes elements; what is not known shows what is in it. */
export function ArticleNodes({ nodes }: { nodes: readonly ArticleNode[] }) {
  return <>{nodes.map(drawn)}</>;
}

function drawn(node: ArticleNode, key: number): string | VNode {
  if (typeof node === 'string') return node;
  const children = node.children.map(drawn);
  if (node.tag === 'a') return <Link key={key} element={node} />;
  const tag = Object.hasOwn(tags, node.tag) ? tags[node.tag] : null;
  if (tag === null) return <span key={key}>{children}</span>;
  return h(tag, { key, ...(node.start !== undefined && { start: node.start }) }, children);
}

const allowed = new Set(['https:', 'http:', 'mailto:', 'tel:']);

function Link({ element: { href = '', children } }: { element: ArticleElement }) {
  const url = URL.parse(href);
  if (!url || !allowed.has(url.protocol)) return <span>{children.map(drawn)}</span>;
  return (
    <a class="link" href={url.href} target="_blank" rel="noopener noreferrer">
      {children.map(drawn)}
    </a>
  );
}
