import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** One forbidden line per boundary, where it would be written, and the words that tell where it belongs. */
const forbidden: [path: string, line: string, message: RegExp][] = [
  ['shared/src/planted.ts', `import 'node:fs';`, /shared is the contract/],
  ['shared/src/planted.ts', `import 'preact';`, /shared is the contract/],
  ['shared/src/planted.ts', `import '@ventanilla/server/config';`, /shared is the contract/],

  ['server/src/lib/planted.ts', `import '../actions/ticket/assign.ts';`, /belongs under server\/src\/domain/],
  ['server/src/lib/planted.ts', `import 'drizzle-orm';`, /Drizzle belongs under server\/src\/storage/],

  ['server/src/domain/sla/planted.ts', `import 'node:crypto';`, /The domain is pure/],
  ['server/src/domain/sla/planted.ts', `import 'pino';`, /The domain is pure/],
  ['server/src/domain/sla/planted.ts', `import '../../storage/store.ts';`, /The domain is pure: the action loads/],
  ['server/src/domain/sla/planted.ts', `import '../../actions/ticket/assign.ts';`, /belongs under server\/src\/domain/],
  ['server/src/domain/sla/planted.ts', `import '../../lib/clock.ts';`, /arguments of the domain/],
  ['server/src/domain/sla/planted.ts', `import '../../config.ts';`, /take them as arguments/],

  ['server/src/storage/planted.ts', `import '../actions/ticket/assign.ts';`, /Actions are above this layer/],
  ['server/src/storage/planted.ts', `import '../transport/bind-commands.ts';`, /never the other way round/],
  ['server/src/storage/planted.ts', `import 'hono';`, /Hono and Socket.IO belong/],

  ['server/src/actions/ticket/planted.ts', `import '../../transport/bind-commands.ts';`, /publish an event/],
  ['server/src/actions/ticket/planted.ts', `import '../../channels/email/send.ts';`, /publish an event/],
  ['server/src/actions/ticket/planted.ts', `import '../../jobs/outbox.ts';`, /publish an event/],
  ['server/src/actions/ticket/planted.ts', `import '../../storage/queries/ticket.ts';`, /use the Store/],
  ['server/src/actions/ticket/planted.ts', `import '../../create-app.ts';`, /put the parts together/],
  ['server/src/actions/ticket/planted.ts', `import 'drizzle-orm/sqlite-core';`, /Drizzle belongs/],
  ['server/src/actions/ticket/planted.ts', `import 'sqlite3';`, /drivers belong under server\/src\/storage/],
  ['server/src/actions/ticket/planted.ts', `import 'socket.io';`, /Hono and Socket.IO belong/],

  ['server/src/transport/http/planted.ts', `import 'drizzle-orm';`, /Drizzle belongs/],
  ['server/src/transport/http/planted.ts', `import 'pg';`, /drivers belong/],
  ['server/src/transport/http/planted.ts', `import '../../storage/sqlite/open.ts';`, /use the Store/],
  ['server/src/transport/http/planted.ts', `import '../../jobs/outbox.ts';`, /transport calls an action/],
  ['server/src/transport/http/planted.ts', `import { raw } from 'hono/html'; raw('');`, /raw does not/],

  ['server/src/channels/email/planted.ts', `import 'hono';`, /Hono and Socket.IO belong/],
  ['server/src/channels/email/planted.ts', `import '../../transport/bind-commands.ts';`, /calls an action/],
  ['server/src/jobs/planted.ts', `import 'socket.io';`, /Hono and Socket.IO belong/],
  ['server/src/jobs/planted.ts', `import 'drizzle-orm';`, /Drizzle belongs/],

  ['server/src/create-app.ts', `import './main.ts';`, /not the other way round/],
  ['server/src/create-app.ts', `import 'sqlite3';`, /drivers belong/],
  ['server/src/main.ts', `import 'hono';`, /Hono and Socket.IO belong/],
  ['server/src/planted.ts', `import '@ventanilla/shared/testing/builders';`, /What tests need stays in tests/],
  ['server/src/planted.ts', `import './testing/clients.ts';`, /What tests need stays in tests/],
  ['server/src/assemble.ts', `import './storage/sqlite/open.ts';`, /open the Store/],

  ['widget/src/panel/planted.ts', `import '@preact/signals';`, /weighed by the byte/],
  ['widget/src/panel/planted.ts', `import 'socket.io-client';`, /weighed by the byte/],
  ['widget/src/panel/planted.ts', `import '@ventanilla/server/config';`, /weighed by the byte/],
  ['widget/src/panel/planted.ts', `import '@ventanilla/shared/wire/agent';`, /agents' side/],
  ['widget/src/connection/planted.ts', `import 'preact';`, /knows no component/],
  ['widget/src/connection/planted.ts', `import '../panel/Home.tsx';`, /the panel listens/],

  ['dashboard/src/screens/planted.ts', `import 'socket.io-client';`, /belongs in its connection/],
  ['dashboard/src/screens/planted.ts', `import 'node:fs';`, /dashboard imports preact/],
  ['dashboard/src/screens/planted.ts', `import '@ventanilla/shared/i18n/widget/es';`, /belong to the widget/],
  ['dashboard/src/connection.ts', `import './components/Button.tsx';`, /knows no screen/],

  ...['Date.now();', 'new Date();', 'Date();', 'performance.now();', 'Temporal.Now.instant();', 'use(Date.now);'].map(
    (line): [string, string, RegExp] => ['server/src/actions/ticket/planted.ts', line, /The clock is an argument/],
  ),
  ['widget/src/model/planted.ts', 'Date.now();', /The clock is an argument/],
  ['shared/src/planted.ts', 'Date.now();', /The clock is an argument/],
  ...[
    'Math.random();',
    'crypto.randomUUID();',
    'globalThis.crypto.getRandomValues(bytes);',
    `import { createHash, randomBytes } from 'node:crypto'; use(createHash, randomBytes);`,
  ].map((line): [string, string, RegExp] => ['server/src/domain/planted.ts', line, /Chance is an argument/]),
  ...[
    'use(process.env.HOME);',
    `import { env } from 'node:process'; use(env);`,
    'const { env } = process; use(env);',
  ].map((line): [string, string, RegExp] => ['server/src/main.ts', line, /Only server\/src\/config.ts reads/]),
  ...['node.innerHTML = text;', 'use(node.outerHTML);', `node.insertAdjacentHTML('beforeend', text);`].map(
    (line): [string, string, RegExp] => ['widget/src/panel/planted.ts', line, /built from elements/],
  ),
  [
    'dashboard/src/screens/Planted.tsx',
    'export const Planted = () => <p dangerouslySetInnerHTML={{ __html: text }} />;',
    /built from elements/,
  ],
];

/** What the same rules must let through. */
const allowed: [path: string, line: string][] = [
  ['shared/src/planted.ts', `import 'valibot';`],
  ['shared/src/planted.ts', `import './ids.ts';`],
  ['server/src/domain/sla/planted.ts', `import 'temporal-polyfill';`],
  ['server/src/domain/sla/planted.ts', `import '@ventanilla/shared/ids';`],
  ['server/src/domain/sla/planted.ts', `import '../time/hours.ts';`],
  ['server/src/domain/sla/planted.ts', 'use(new Date(0));'],
  ['server/src/lib/clock.ts', 'Date.now();'],
  ['server/src/lib/ids.ts', `import { randomBytes } from 'node:crypto'; use(randomBytes);`],
  ['server/src/config.ts', 'use(process.env);'],
  ['server/src/storage/sqlite/planted.ts', `import 'drizzle-orm'; import 'sqlite3';`],
  ['server/src/storage/planted.ts', `import '../domain/sla/count.ts';`],
  ['server/src/actions/ticket/planted.ts', `import '../../storage/store.ts'; import '../../domain/sla/count.ts';`],
  ['server/src/actions/ticket/planted.test.ts', `import '../../storage/sqlite/open.ts'; Date.now();`],
  ['server/src/transport/http/planted.ts', `import 'hono'; import '../../actions/ticket/assign.ts';`],
  ['server/src/transport/http/planted.ts', `import { html } from 'hono/html'; use(html);`],
  ['server/src/create-app.ts', `import 'hono'; import 'socket.io'; import './transport/bind-commands.ts';`],
  ['server/src/main.ts', `import './create-app.ts'; import './storage/sqlite/open.ts'; import './config.ts';`],
  ['server/src/assemble.ts', `import './storage/open-store.ts'; import './identity/agent-auth.ts';`],
  ['server/src/testing/planted.ts', `import '../create-app.ts'; Date.now();`],
  ['widget/src/panel/planted.ts', `import 'preact/hooks'; import '@ventanilla/shared/i18n/widget/es';`],
  ['widget/src/connection/planted.ts', `import './door.ts'; import '@ventanilla/shared/wire/visitor';`],
  ['widget/src/clock.ts', 'Date.now();'],
  ['dashboard/src/screens/planted.ts', `import '@preact/signals'; import 'preact-iso';`],
];

interface Report {
  diagnostics: { category: string; message: string; location: { path: string; start: { line: number } } }[];
}

const planted = Map.groupBy([...forbidden, ...allowed], ([path]) => path);
let folder: string;
let report: Report;

// The repository's configuration over a tree of planted files: each line of the tables above is a line of its file.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ventanilla-boundaries-'));
  await cp(join(root, 'biome.json'), join(folder, 'biome.json'));
  await cp(join(root, 'e2e/lint'), join(folder, 'e2e/lint'), { recursive: true });
  for (const [path, rows] of planted) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), rows.map(([, line]) => `${line}\n`).join(''));
  }
  const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'];
  const run = promisify(execFile)(join(root, 'node_modules/.bin/biome'), args, { cwd: folder });
  // A finding means exit code 1, and its report is what we came for.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  report = JSON.parse(stdout);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a forbidden line is refused with the place where it belongs', () => {
  test.each(forbidden)('%s: %s', (path, line, message) => {
    expect(messagesFor(path, line).filter((found) => message.test(found))).toHaveLength(1);
  });
});

describe('an allowed line is let through', () => {
  test.each(allowed)('%s: %s', (path, line) => {
    expect(messagesFor(path, line)).toEqual([]);
  });
});

/** What the import rule and the plugins say about a planted line. */
function messagesFor(path: string, line: string): string[] {
  const lineNumber = (planted.get(path) ?? []).findIndex(([, other]) => other === line) + 1;
  return report.diagnostics
    .filter(({ category }) => category === 'plugin' || category === 'lint/style/noRestrictedImports')
    .filter(({ location }) => location.path === path && location.start.line === lineNumber)
    .map(({ message }) => message);
}
