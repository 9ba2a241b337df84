import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../shared/src/i18n');

// What is the same in both languages.
const words = ['chat', 'error', 'faq', 'no', 'normal', 'total', 'ticket', 'tickets', 'mb', 'gb', 'ltr'];
const names = ['ventanilla', 'patio', 'plaza', 'alameda'];
const sameInBoth = new Set([...words, ...names]);

// Other languages are typed against the Spanish dictionary, so missing keys do not compile; the rest is looked at here.
const folders = globSync('**/es.ts', { cwd: root }).map((file) => file.slice(0, -'/es.ts'.length));
const dictionaries = await Promise.all(
  folders.map(async (folder) => ({ folder, es: await readTexts(folder, 'es'), en: await readTexts(folder, 'en') })),
);

test('there are dictionaries to look at', () => {
  expect(folders).not.toEqual([]);
});

describe.each(dictionaries)('the texts of $folder', ({ es, en }) => {
  test('exist in both languages', () => {
    expect([...en.keys()]).toEqual(expect.arrayContaining([...es.keys()]));
    expect([...es.keys()]).toEqual(expect.arrayContaining([...en.keys()]));
  });

  test('are sentences, not empty and not their own key', () => {
    expect([...es, ...en].filter(([key, text]) => text.trim() === '' || isKey(text, key))).toEqual([]);
  });

  test('are translated', () => {
    expect([...es].filter(([key, text]) => text === en.get(key) && !isSameInBoth(text))).toEqual([]);
  });

  test('have the same slots in both languages', () => {
    const faults = [...es].filter(([key, text]) => slots(text).join() !== slots(en.get(key) ?? '').join());
    expect(faults).toEqual([]);
  });
});

/** Every sentence of a dictionary by its path, whatever its export is called; functions of their values are left out. */
async function readTexts(folder: string, language: string): Promise<Map<string, string>> {
  const exported: Record<string, unknown> = await import(join(root, folder, `${language}.ts`));
  return new Map(Object.values(exported).flatMap((dictionary) => flatten(dictionary, '')));
}

function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
}

/** `today` under `when.today` is a word; `when.today` or `reopenedAt` is a key that nobody translated. */
function isKey(text: string, key: string): boolean {
  return (text === key && key.includes('.')) || (key.endsWith(`.${text}`) && /\p{Lu}/u.test(text.slice(1)));
}

function isSameInBoth(text: string): boolean {
  const words = text.replaceAll(/\{\w+\}/g, '').match(/\p{L}{2,}/gu) ?? [];
  return words.every((word) => sameInBoth.has(word.toLowerCase()));
}

function slots(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();
}
