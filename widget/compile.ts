import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '@ventanilla/shared/vocabulary';
import { build, type InlineConfig, mergeConfig, type Rolldown } from 'vite';
import config from './vite.config.ts';

const dictionaries = '../shared/src/i18n/widget';

/** A part of the panel is a folder; what it and the panel have in common is in the panel. */
const parts = {
  talk: 'Conversation',
  live: 'Live',
  mine: 'Mine',
  closed: 'Closed',
  comfort: 'Comfort',
  copy: 'Copy',
  ending: 'Ending',
  files: 'Files',
  faq: 'Faq',
  ticket: 'TicketSlip',
  incident: 'Incident',
  seldom: 'Seldom',
};
const panel: Record<string, string> = { panel: 'src/panel/panel.ts' };
for (const [part, file] of Object.entries(parts)) panel[part] = `src/panel/${part}/${file}.tsx`;

/** Each is a build of its own: none waits for a chunk that it shares with another. */
const entries: Record<string, string> = {
  loader: 'src/loader/loader.ts',
  connection: 'src/connection/connection.ts',
  page: 'src/page/page.ts',
  'ticket-page': 'src/ticket-page/ticket-page.ts',
  typing: 'src/connection/typing.ts',
  badge: 'src/connection/badge.ts',
  sound: 'src/connection/sound.ts',
  logo: 'src/connection/logo.ts',
  sharing: 'src/connection/sharing.ts',
  adapt: 'src/adapt/adapt.ts',
  api: 'src/api/api.ts',
  attributes: 'src/api/attributes.ts',
  policy: 'src/api/policy.ts',
  // For `/demo/states`: no page of anybody's loads it.
  states: 'src/states/states.ts',
};
for (const locale of locales) entries[`search-${locale}`] = `src/search/${locale}.ts`;
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
  const builds = [panel, ...Object.entries(entries).map(([name, entry]) => ({ [name]: entry }))];
  return (await Promise.all(builds.map(compile))).flat();
}

async function compile(entry: Record<string, string>): Promise<CompiledFile[]> {
  const isLoader = 'loader' in entry;
  const own: InlineConfig = {
    configFile: false,
    build: {
      lib: { entry, formats: [isLoader ? 'iife' : 'es'], name: 'loader' },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        // Numbers with a name cost bytes in a chunk, and tell nobody anything there.
        optimization: { inlineConst: { mode: 'all', pass: 2 } },
        output: {
          // In its library mode Vite leaves white space in ES modules.
          minify: true,
          entryFileNames: isLoader ? 'loader.js' : `chunks/[name]-${unnamed}.js`,
          ...(entry.panel && { codeSplitting: { groups: [{ name: nameOfChunk, debugName: 'panel' }] } }),
        },
      },
    },
  };
  const results = await build(mergeConfig(config, own));
  if (!Array.isArray(results)) throw new Error('a library build gives one result for each format');
  return results.flatMap(({ output }) =>
    output.filter((file) => file.type === 'chunk').map(({ fileName, code }) => ({ fileName, code: unmarked(code) })),
  );
}

/** Nothing shakes these trees again, and the minifier leaves the marks in. */
function unmarked(code: string): string {
  return code.replaceAll('/* @__PURE__ */ ', '');
}

/** What one part alone needs is in its chunk; everything else is in the panel, which is there before them. */
function nameOfChunk(id: string, graph: Rolldown.ChunkingContext): string | null {
  const users = usersOf(id, graph, new Set());
  return users.size === 1 && !users.has('') ? null : 'panel';
}

/** The parts that need this module; '' is the panel itself. */
function usersOf(id: string, graph: Rolldown.ChunkingContext, seen: Set<string>): Set<string> {
  if (seen.has(id)) return new Set();
  seen.add(id);
  const part = /\/panel\/(\w+)\//.exec(id)?.[1];
  if (part) return new Set([part]);
  const importers = graph.getModuleInfo(id)?.importers ?? [];
  if (importers.length === 0) return new Set(['']);
  return new Set(importers.flatMap((importer) => [...usersOf(importer, graph, seen)]));
}
