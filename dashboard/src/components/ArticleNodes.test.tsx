// @vitest-environment happy-dom
import type { ArticleNode } from '@ventanilla/shared/entities/article';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { ArticleNodes } from './ArticleNodes.tsx';

afterEach(() => render(null, document.body));

function shown(...nodes: ArticleNode[]): string {
  render(<ArticleNodes nodes={nodes} />, document.body);
  return document.body.innerHTML;
}

test('a tree becomes elements, and text stays text', () => {
  expect(
    shown({
      tag: 'ol',
      start: 3,
      children: [{ tag: 'li', children: ['Apaga ', { tag: 'strong', children: ['ya'] }] }],
    }),
  ).toBe('<ol start="3"><li>Apaga <strong>ya</strong></li></ol>');
  expect(shown('<img src=x onerror=alert(1)>')).toBe('&lt;img src=x onerror=alert(1)&gt;');
});

test('what a newer server says is shown, and no address runs', () => {
  expect(shown({ tag: 'script' as 'p', children: ['alert(1)'] })).toBe('<span>alert(1)</span>');
  expect(shown({ tag: 'constructor' as 'p', children: ['x'] })).toBe('<span>x</span>');
  expect(shown({ tag: 'a', href: 'javascript:alert(1)', children: ['aquí'] })).toBe('<span>aquí</span>');
  expect(shown({ tag: 'a', href: 'tel:+34900', children: ['llama'] })).toContain('href="tel:+34900"');
});
