import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const keptBuilds = 3;

/**
 * Pages that were opened before an update still ask for their build's chunks: those of the last three builds stay in the
 * data folder. Answers the folders of the earlier ones. `now`: ms UTC.
 */
export function keepWidgetChunks(dataFolder: string, build: string, chunks: string, now: number): string[] {
  const home = join(dataFolder, 'widget-chunks');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const current = join(home, build);
  if (!existsSync(current)) {
    // Copied beside its place first, so that a start that is interrupted leaves no half of a build.
    const unfinished = join(home, `.${build}`);
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(chunks, unfinished, { recursive: true });
    renameSync(unfinished, current);
  }
  utimesSync(current, now / 1000, now / 1000);

  const builds = readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ path: join(home, name), usedAt: statSync(join(home, name)).mtimeMs }))
    .sort((a, b) => b.usedAt - a.usedAt);
  for (const { path } of builds.slice(keptBuilds)) rmSync(path, { recursive: true, force: true });
  return builds.slice(0, keptBuilds).flatMap(({ path }) => (path === current ? [] : [path]));
}
