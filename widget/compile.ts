import { join } from 'node:path';
import { build, type InlineConfig, mergeConfig } from 'vite';
import config from './vite.config.ts';

// Each is a build of its own: none waits for a chunk that it shares with another. The panel brings its second screen.
const entries = {
  loader: 'src/loader/loader.ts',
  panel: 'src/panel/panel.ts',
  connection: 'src/connection/connection.ts',
  es: '../shared/src/i18n/widget/es.ts',
  en: '../shared/src/i18n/widget/en.ts',
};

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
          chunkFileNames: `chunks/[name]-${unnamed}.js`,
        },
      },
    },
  };
  const results = await build(mergeConfig(config, own));
  if (!Array.isArray(results)) throw new Error('a library build gives one result for each format');
  return results.flatMap(({ output }) => output.filter((file) => file.type === 'chunk'));
}
