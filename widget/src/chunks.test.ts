import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '@ventanilla/shared/vocabulary';
import { loaderConfig, loaderPlaceholder } from '@ventanilla/shared/wire/embed';
import { expect, it } from 'vitest';
import { compileWidget } from '../compile.ts';

const files: { fileName: string; code: string }[] = await compileWidget();
const code = (name: string) => files.find(({ fileName }) => fileName.includes(name))?.code ?? '';

it('the loader has one place for the settings, and stays a classic script', () => {
  expect(code('loader').split(loaderPlaceholder)).toHaveLength(2);
  const settings = {
    key: 'k',
    name: 'Tienda </script>',
    locale: 'es' as const,
    accent: '#2b49b5',
    onAccent: '#ffffff',
    accentText: '#2b49b5',
    accentTextDark: '#a8b9fb',
    position: 'end' as const,
    isOpen: true,
    hasIncident: false,
    logo: '',
  };
  const composed = code('loader').replace(loaderPlaceholder, JSON.stringify(loaderConfig(settings, { build: 'b' })));
  expect(() => new Function(composed)).not.toThrow();
});

it('a part is one request, and its words another', () => {
  const parts = readdirSync(join(import.meta.dirname, 'panel'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const names = files.map(({ fileName }) => fileName);
  const searches = names.filter((name) => /search-(es|en)-/.test(name));
  const words = names.filter((name) => /-(es|en)-/.test(name) && !searches.includes(name));
  const behind = ['connection', 'typing', 'badge', 'sound', 'logo', 'sharing', 'adapt', 'api', 'attributes', 'policy'];
  const alone = ['loader', 'panel', 'page', 'ticket-page', 'states', ...behind];
  expect(searches).toHaveLength(locales.length);
  expect(files).toHaveLength(alone.length + parts.length + words.length + searches.length + locales.length);
  expect(words).toHaveLength(parts.length * locales.length);
});

it('the loader alone touches neither storage, sockets nor timers beyond its one look', () => {
  expect(code('loader')).not.toMatch(/setItem|indexedDB|WebSocket|setTimeout|setInterval|cookie/);
});

it.each(['XMLHttpRequest', 'eval(', 'insertAdjacentHTML', 'document.write', 'sessionStorage', 'document.cookie'])(
  'no chunk has %s',
  (word) => {
    expect(files.filter((file) => file.code.includes(word)).map(({ fileName }) => fileName)).toEqual([]);
  },
);
