import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { locales } from '@ventanilla/shared/vocabulary';
import { build, type InlineConfig, mergeConfig } from 'vite';
import config from './vite.config.ts';

const dictionaries = '../shared/src/i18n/widget';

/** Each is a build of its own: none waits for a chunk that it shares with another. The panel brings its parts. */
const entries: Record<string, string> = {
  loader: 'src/loader/loader.ts',
  panel: 'src/panel/panel.ts',
  connection: 'src/connection/connection.ts',
  page: 'src/page/page.ts',
};
for (const part of readdirSync(join(import.meta.dirname, dictionaries))) {
  // The home screen's words are called like their language alone: the loader asks for them.
  for (const locale of locales)
    entries[part === 'home' ? locale : `${part}-${locale}`] = `${dictionaries}/${part}/${locale}.ts`;
}

/** Stands for the build's id in names of chunks until every chunk is known. */
export const unnamed = '__BUILD__';

export interface CompiledFile {
  fileName: string;
  code: string;
}

/** Everything that a browser may load; nothing is written. */
export async function compileWidget(): Promise<CompiledFile[]> {
  const outputs = await Promise.all(Object.entries(entries).map(([name, entry]) => compile(name, entry)));
  return outputs.flat();
}

async function compile(name: string, entry: string): Promise<CompiledFile[]> {
  const isLoader = name === 'loader';
  const own: InlineConfig = {
    configFile: false,
    build: {
      lib: { entry: join(import.meta.dirname, entry), formats: [isLoader ? 'iife' : 'es'], name },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          // In its library mode Vite leaves white space in ES modules.
          minify: true,
          entryFileNames: isLoader ? 'loader.js' : `chunks/${name}-${unnamed}.js`,
          chunkFileNames: ({ facadeModuleId }) => `chunks/${basename(dirname(facadeModuleId ?? ''))}-${unnamed}.js`,
          ...(name === 'panel' && { codeSplitting: { groups: [{ name, test: isOfNoPart }] } }),
        },
      },
    },
  };
  const results = await build(mergeConfig(config, own));
  if (!Array.isArray(results)) throw new Error('a library build gives one result for each format');
  return results.flatMap(({ output }) => output.filter((file) => file.type === 'chunk'));
}

/** A part of the panel is a folder, and its chunk is called like it; everything else that it needs is in the panel. */
function isOfNoPart(id: string): boolean {
  return !/\/panel\/\w+\//.test(id);
}
