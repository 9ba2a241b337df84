import { createRequire } from 'node:module';

// Node 20 must be able to parse this file: it is what tells a person that Node 20 is not enough.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

function findFault() {
  if (major < 22 || (major === 22 && minor < 18)) {
    return (
      `Ventanilla needs Node 22.18 or newer, and this is Node ${process.versions.node}; the project brings its own ` +
      'on Linux, so the installation must have failed: run "npx --yes pnpm@12.21.0 install" and read its last lines.'
    );
  }
  const require = createRequire(new URL('../package.json', import.meta.url));
  try {
    require.resolve('sqlite3');
  } catch {
    return 'The packages are not installed: run "npx --yes pnpm@12.21.0 install" and read its last lines.';
  }
  try {
    require('sqlite3');
  } catch {
    return (
      'SQLite could not be loaded: its ready-made file could not be fetched, so it must be compiled here, which ' +
      'needs python3, make and g++ (a C++17 compiler); install them and run this command again.'
    );
  }
  return undefined;
}

/** The gate of every script: one sentence and exit code 1 when the product cannot run here. */
export function checkEnvironment() {
  const fault = findFault();
  if (fault === undefined) return;
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}
