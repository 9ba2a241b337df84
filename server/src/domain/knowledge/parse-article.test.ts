import type { ArticleElement, ArticleNode } from '@ventanilla/shared/entities/article';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './article-text.ts';
import { parseArticle } from './parse-article.ts';

const el = (tag: ArticleElement['tag'], ...children: ArticleNode[]): ArticleElement => ({ tag, children });
const paragraph = (...children: ArticleNode[]): ArticleNode[] => [el('p', ...children)];

describe('blocks', () => {
  it('headings, paragraphs and the breaks inside them', () => {
    expect(parseArticle('# Uno\n## Dos\n### Tres\nUna línea\ny otra  \n\n\nFin')).toEqual([
      el('h2', 'Uno'),
      el('h2', 'Dos'),
      el('h3', 'Tres'),
      el('p', 'Una línea\ny otra'),
      el('p', 'Fin'),
    ]);
    expect(parseArticle('#sin espacio')).toEqual(paragraph('#sin espacio'));
    expect(parseArticle('')).toEqual([]);
    expect(parseArticle('a\r\n\r\nb\rc')).toEqual([el('p', 'a'), el('p', 'b\nc')]);
  });

  it('lists, with lines that go on, and lists inside them', () => {
    const body =
      '1. Apaga el router.\n2. Saca el cable.\nNo mires dentro.\n   - verde\n   - azul\n3) Enciende.\n\nYa está.';
    expect(parseArticle(body)).toEqual([
      el(
        'ol',
        el('li', 'Apaga el router.'),
        el('li', 'Saca el cable.\nNo mires dentro.', el('ul', el('li', 'verde'), el('li', 'azul'))),
        el('li', 'Enciende.'),
      ),
      el('p', 'Ya está.'),
    ]);
  });

  it('a blank line between items keeps the list; another kind of item begins another', () => {
    expect(parseArticle('- a\n\n  sigue\n\n- b\n1. c')).toEqual([
      el('ul', el('li', 'a\nsigue'), el('li', 'b')),
      el('ol', el('li', 'c')),
    ]);
    expect(parseArticle('7. siete')).toEqual([{ ...el('ol', el('li', 'siete')), start: 7 }]);
  });

  it('lists nest to a depth, not beyond', () => {
    const deep = Array.from({ length: 50 }, (_, i) => `${'  '.repeat(i)}- ${i}`).join('\n');
    const depthOf = (nodes: ArticleNode[]): number =>
      Math.max(0, ...nodes.map((node) => (typeof node === 'string' ? 0 : 1 + depthOf(node.children))));
    expect(depthOf(parseArticle(deep))).toBe(8);
    expect(plainText(parseArticle(deep)).split('\n')).toHaveLength(50);
  });

  it('code keeps everything as it stands, to the end if nobody closes it', () => {
    expect(parseArticle('```sh\n  **ls** <b>\n\n# no\n```\nfuera')).toEqual([
      el('pre', '  **ls** <b>\n\n# no'),
      el('p', 'fuera'),
    ]);
    expect(parseArticle('```\nabierto')).toEqual([el('pre', 'abierto')]);
    expect(parseArticle('```')).toEqual([el('pre')]);
  });
});

describe('signs', () => {
  const cases: [string, ArticleNode[]][] = [
    ['**punta verde**.', [el('strong', 'punta verde'), '.']],
    ['_a_ y *b* y __c__', [el('em', 'a'), ' y ', el('em', 'b'), ' y ', el('strong', 'c')]],
    ['***los dos***', [el('strong', el('em', 'los dos'))]],
    ['**a *b* c**', [el('strong', 'a ', el('em', 'b'), ' c')]],
    ['*a **b***', [el('em', 'a ', el('strong', 'b'))]],
    ['2 * 3 * 4', ['2 * 3 * 4']],
    ['una_clave_así', ['una_clave_así']],
    ['**sin cerrar', ['**sin cerrar']],
    ['a ** b', ['a ** b']],
    ['****', ['****']],
    ['**a *b** c*', [el('strong', 'a *b'), ' c*']],
    ['\\*nada\\* \\[x\\](y)', ['*nada* [x](y)']],
    ['`**tal cual** [x](y)`', [el('code', '**tal cual** [x](y)')]],
    ['un ` suelto', ['un ` suelto']],
    ['[x]', ['[x]']],
    ['](https://a.example)', ['](https://a.example)']],
  ];
  it.each(cases)('%s', (text, nodes) => {
    expect(parseArticle(text)).toEqual(paragraph(...nodes));
  });

  it('links to where a reader may go', () => {
    for (const href of ['https://a.example/b?c=d#e', 'http://a.example', 'mailto:hola@a.example', 'tel:+34900000142']) {
      expect(parseArticle(`Ve [**ahí**](${href}).`)).toEqual(
        paragraph('Ve ', { ...el('a', el('strong', 'ahí')), href }, '.'),
      );
    }
  });

  it('a link inside a link is one link', () => {
    expect(parseArticle('[a [b](https://b.example) c](https://c.example)')).toEqual(
      paragraph('[a ', { ...el('a', 'b'), href: 'https://b.example' }, ' c](https://c.example)'),
    );
  });

  it('whatever else an address says stays text', () => {
    const others = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert`1`',
      'data:text/html,<script>alert`1`</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://a.example/x',
      '//a.example',
      '/ruta',
      'www.a.example',
      'java\tscript:alert`1`',
      'https://',
    ];
    for (const href of others) {
      const nodes = parseArticle(`[pulsa](${href})`);
      expect(JSON.stringify(nodes)).not.toContain('"href"');
      expect(plainText(nodes)).toContain('pulsa');
    }
  });

  it('markup is what it says, not what it would do', () => {
    const text = '<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;b&gt; </p>';
    expect(parseArticle(text)).toEqual(paragraph(text));
  });
});

const fence = /^ {0,3}```[ \t]*[\w+-]{0,20}[ \t]*$/;
const pieces = fc.constantFrom(
  ...['**', '*', '_', '__', '***', '`', '```', '[', ']', '](', '](https://a.example)', '](javascript:x)', ')', '\\'],
  ...['\n', '\n\n', '# ', '## ', '- ', '  - ', '1. ', '12) ', ' ', '\t', '<b>', '&amp;', '```\n', '\u2028', '\r\n'],
  ...['luz', 'roja', 'niño', '漢字', '😀', 'x1', '7'],
);
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

/** Its strings and addresses, in their order. */
function said(nodes: readonly ArticleNode[]): string[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [node] : [...said(node.children), node.href ?? '']));
}

/** Numbers may be an item's, and the name of a code's language is not read. */
function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^\d+$/.test(word));
}

describe('any text', () => {
  it('is an article, of known elements, and loses no word', () => {
    const known = new Set(['h2', 'h3', 'p', 'ul', 'ol', 'li', 'pre', 'code', 'strong', 'em', 'a']);
    function check(nodes: readonly ArticleNode[]): void {
      for (const node of nodes) {
        if (typeof node === 'string') expect(node).not.toBe('');
        else {
          expect(known).toContain(node.tag);
          expect(node.tag === 'a').toBe(node.href !== undefined);
          check(node.children);
        }
      }
    }
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
        const nodes = parseArticle(text);
        check(nodes);
        const source = text
          .split(/\r\n|\r|\n/)
          .filter((line) => !fence.test(line))
          .join('\n');
        expect(wordsOf(said(nodes).join(' '))).toEqual(wordsOf(source));
      }),
      { numRuns: 2_000 },
    );
  });

  const longest = 50_000;
  const nasty = [
    '[',
    '](',
    '*a',
    '**a',
    '_a ',
    '`',
    '`a',
    '[a](',
    '![',
    '[a](https://x.example/',
    '\\',
    '***',
    '- ',
    '  - a\n',
    '# a\n',
    '> ',
    '1. a\n\n',
    '[a](https://a.example)',
    '*',
    ' ',
  ];
  /** A reader whose work grew with the square of the length would not be done within the test's time. */
  it.each(nasty)('of nothing but %j, as long as it may be, is read in one go', (piece) => {
    const nodes = parseArticle(piece.repeat(longest / piece.length));
    expect(countOf(nodes)).toBeLessThanOrEqual(longest);
  });

  function countOf(nodes: readonly ArticleNode[]): number {
    return nodes.reduce<number>((sum, node) => sum + (typeof node === 'string' ? 1 : 1 + countOf(node.children)), 0);
  }
});
