import type { ArticleNode } from '@ventanilla/shared/entities/article';
import { createElement, Fragment, type VNode } from 'preact';

/** Headings stand below the article's own title; every other element is called as on the wire. */
const tags = new Map(
  ['h2 h3', 'h3 h4', ...'p ul ol li pre code strong em a'.split(' ')].map((row) => {
    const [tag = '', drawn = tag] = row.split(' ');
    return [tag, drawn];
  }),
);
const safeAddress = /^(https?:|mailto:|tel:)/i;

/** A text as a tree becomes elements; what is not known shows what is in it. `otherTab`: said of links. */
export function ArticleNodes({ nodes, otherTab }: { nodes: readonly ArticleNode[]; otherTab: string }) {
  return <>{nodes.map((node) => drawn(node, otherTab))}</>;
}

function drawn(node: ArticleNode, otherTab: string): VNode | string {
  if (typeof node === 'string') return node;
  const { tag, href = '', start } = node;
  const children = node.children.map((child) => drawn(child, otherTab));
  const isLink = tag === 'a' && safeAddress.test(href);
  const known = tag === 'a' && !isLink ? undefined : tags.get(tag);
  if (!known) return createElement(Fragment, null, ...children);
  if (isLink) {
    return (
      <a href={href} target="_blank" rel="noopener">
        {children}
        <span class="sr"> {otherTab}</span>
      </a>
    );
  }
  return createElement(known, { start } as object, ...children);
}
