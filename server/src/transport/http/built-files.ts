import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { loaderPlaceholder, type WidgetManifest } from '@ventanilla/shared/wire/embed';
import { type Asset, makeAsset } from './asset.ts';
import { keepWidgetChunks } from './kept-chunks.ts';

/** What the front ends' builds left behind, read once at start. Null: not built. */
export interface BuiltFiles {
  loader: LoaderTemplate | null;
  /** By file name: of this build and of the two before it. */
  chunks: ReadonlyMap<string, Asset>;
  dashboard: DashboardFiles | null;
}

/** The loader's text on both sides of the place where a site's settings go. */
export interface LoaderTemplate {
  manifest: WidgetManifest;
  before: string;
  after: string;
}

export interface DashboardFiles {
  index: Asset;
  /** By path below `/dashboard/`. */
  files: ReadonlyMap<string, Asset>;
}

export interface BuiltFolders {
  widget: string;
  dashboard: string;
  /** Where chunks of earlier builds are kept. */
  data: string;
}

const root = join(import.meta.dirname, '../../../..');

export function builtFolders(data: string): BuiltFolders {
  return { widget: join(root, 'widget/dist'), dashboard: join(root, 'dashboard/dist'), data };
}

/** `now`: ms UTC, the moment of this start. */
export function readBuiltFiles({ widget, dashboard, data }: BuiltFolders, now: number): BuiltFiles {
  const loader = readLoader(widget);
  const chunks = join(widget, 'chunks');
  const kept = loader ? keepWidgetChunks(data, loader.manifest.build, chunks, now) : [];
  return {
    loader,
    chunks: new Map([...kept, ...(loader ? [chunks] : [])].flatMap((folder) => [...readAssets(folder)])),
    dashboard: readDashboard(dashboard),
  };
}

function readLoader(folder: string): LoaderTemplate | null {
  const path = join(folder, 'loader.js');
  if (!existsSync(path)) return null;
  const [before, after, ...more] = readFileSync(path, 'utf8').split(loaderPlaceholder);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${path} must name ${loaderPlaceholder} once: build the widget again`);
  }
  return { manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')), before, after };
}

function readDashboard(folder: string): DashboardFiles | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const files = readAssets(folder);
  const index = files.get('index.html');
  files.delete('index.html');
  return index ? { index, files } : null;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Every file of a known type by its path below `folder`, with `/` whatever the system; other files are not served. */
function readAssets(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const compressed = { br: readIfThere(`${path}.br`), gzip: readIfThere(`${path}.gz`) };
    assets.set(relative(folder, path).split(sep).join('/'), makeAsset(readFileSync(path), type, compressed));
  }
  return assets;
}

function readIfThere(path: string) {
  return existsSync(path) ? readFileSync(path) : undefined;
}
