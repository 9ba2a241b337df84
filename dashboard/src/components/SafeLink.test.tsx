// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { SafeLink } from './SafeLink.tsx';

function shown(url: string): Element {
  const root = document.createElement('div');
  render(<SafeLink url={url} title="" />, root);
  return root;
}

test('an address of the web is a link that tells nobody where it was clicked', () => {
  const link = shown('https://alameda.example/averias?id=1').querySelector('a');
  expect(link?.getAttribute('href')).toBe('https://alameda.example/averias?id=1');
  expect(link?.rel).toContain('noreferrer');
  expect(link?.textContent).toBe('/averias');
});

test.each(['javascript:alert(1)', 'data:text/html,<b>x</b>', 'file:///etc/passwd', '<img src=x onerror=alert(1)>'])(
  '%s is only text',
  (url) => {
    const root = shown(url);
    expect(root.querySelector('a, img')).toBeNull();
    expect(root.textContent).toBe(url);
  },
);
