import { expect, test } from 'vitest';
import { beginLines, wrap } from './markdown-edit.ts';

/** `a [b] c` is the text `a b c` with `b` selected. */
function marked(text: string) {
  const start = text.indexOf('[');
  return { text: text.replace(/[[\]]/g, ''), start, end: text.indexOf(']') - 1 };
}
const shown = ({ text, start, end }: ReturnType<typeof marked>) =>
  `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;

test('marks go around what is selected, and away again', () => {
  expect(shown(wrap(marked('la [punta] verde'), '**', '**'))).toBe('la **[punta]** verde');
  expect(shown(wrap(marked('la **[punta]** verde'), '**', '**'))).toBe('la [punta] verde');
  expect(shown(wrap(marked('ver []'), '<', '>', 'aquí'))).toBe('ver <[aquí]>');
});

test('lines begin with one mark, whatever they began with', () => {
  expect(shown(beginLines(marked('antes\nApa[ga\n- Mi]ra\nfin'), (index) => `${index + 1}. `))).toBe(
    'antes\n[1. Apaga\n2. Mira]\nfin',
  );
  expect(shown(beginLines(marked('[]Título'), () => '## '))).toBe('[## Título]');
});
