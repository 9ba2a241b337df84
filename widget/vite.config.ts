import { join } from 'node:path';
import { defineConfig } from 'vite';
import { slimJsx } from './slim-jsx.ts';

/** Shared by every build of `build.mjs`, which adds the entry and its format. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  plugins: [slimJsx()],
  // Marks for tree shaking would stay in the chunks.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false, pure: false } },
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    write: false,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    cssMinify: 'lightningcss',
    modulePreload: false,
    reportCompressedSize: false,
  },
});
