import type { ArticleElement, ArticleNode } from '@ventanilla/shared/entities/article';
import { parseInline } from './parse-inline.ts';

const heading = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/;
const fence = /^ {0,3}```[ \t]*[\w+-]{0,20}[ \t]*$/;
const item = /^([ \t]*)(?:[-*+]|(\d{1,9})[.)])[ \t]+(\S.*)$/;
const maxListDepth = 4;

interface OpenList {
  indent: number;
  isOrdered: boolean;
  element: ArticleElement;
  /** The words of its last item, which may go on, and where they come to stand. */
  lines: string[];
  item: ArticleElement;
}

/**
 * The Markdown that articles are written in, as a tree: headings, paragraphs, lists, code, and what `parseInline` knows. Any
 * text is an article: what is no sign is text. Linear in its length; nothing in the tree is HTML.
 */
export function parseArticle(body: string): ArticleNode[] {
  const blocks: ArticleNode[] = [];
  const lists: OpenList[] = [];
  let paragraph: string[] = [];
  let code: string[] | null = null;
  let isAfterBlank = false;

  function endParagraph(): void {
    if (paragraph.length > 0) blocks.push({ tag: 'p', children: parseInline(paragraph.join('\n')) });
    paragraph = [];
  }

  function endItem({ item: element, lines }: OpenList): void {
    element.children.unshift(...parseInline(lines.join('\n')));
  }

  function endLists(kept = 0): void {
    for (const list of lists.splice(kept).reverse()) endItem(list);
  }

  function endBlocks(): void {
    endParagraph();
    endLists();
  }

  function readItem(indent: number, digits: string | undefined, words: string): void {
    endParagraph();
    const isOrdered = digits !== undefined;
    const depth = lists.findLastIndex((list) => list.indent <= indent);
    endLists(Math.max(depth, 0) + 1);
    const list = lists.at(-1);
    const isNested = list && indent >= list.indent + 2 && lists.length < maxListDepth;
    const element: ArticleElement = { tag: 'li', children: [] };
    if (list && !isNested && list.isOrdered === isOrdered) {
      endItem(list);
      list.element.children.push(element);
      Object.assign(list, { item: element, lines: [words] });
      return;
    }
    if (list && !isNested) endLists(lists.length - 1);
    const started = startList(digits, element);
    (lists.at(-1)?.item.children ?? blocks).push(started);
    lists.push({ indent, isOrdered, element: started, item: element, lines: [words] });
  }

  function readLine(line: string): void {
    const [, signs, title] = heading.exec(line) ?? [];
    if (signs !== undefined && title !== undefined) {
      endBlocks();
      blocks.push({ tag: signs.length > 2 ? 'h3' : 'h2', children: parseInline(title) });
      return;
    }
    const [, indent, digits, words] = item.exec(line) ?? [];
    const list = lists.at(-1);
    if (indent !== undefined && words !== undefined) readItem(widthOf(indent), digits, words);
    else if (list && !(isAfterBlank && /^\S/.test(line))) list.lines.push(line.trim());
    else {
      endLists();
      paragraph.push(line.trim());
    }
  }

  for (const line of body.split(/\r\n|\r|\n/)) {
    const isBlank = line.trim() === '';
    if (code) {
      if (fence.test(line)) {
        blocks.push(codeBlock(code));
        code = null;
      } else code.push(line);
    } else if (isBlank) {
      endParagraph();
    } else if (fence.test(line)) {
      endBlocks();
      code = [];
    } else readLine(line);
    isAfterBlank = isBlank;
  }
  endBlocks();
  if (code) blocks.push(codeBlock(code));
  return blocks;
}

function startList(digits: string | undefined, first: ArticleElement): ArticleElement {
  if (digits === undefined) return { tag: 'ul', children: [first] };
  const start = Number(digits);
  return start === 1 ? { tag: 'ol', children: [first] } : { tag: 'ol', children: [first], start };
}

function codeBlock(lines: readonly string[]): ArticleElement {
  const text = lines.join('\n');
  return { tag: 'pre', children: text === '' ? [] : [text] };
}

function widthOf(indent: string): number {
  return indent.replaceAll('\t', '    ').length;
}
