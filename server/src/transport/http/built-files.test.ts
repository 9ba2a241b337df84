import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readBuiltFiles } from './built-files.ts';
import { builtFilesForTests, type Front, openFront, writeFiles } from './front-for-tests.ts';

let front: Front;
beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close());

describe('chunks of the widget', () => {
  test('are for every page and for ever', async () => {
    const response = await front.get('/w/chunks/panel-b1.js', { 'Accept-Encoding': 'br' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('content-encoding')).toBe('br');
  });
});

describe('the dashboard', () => {
  test.each([
    '/dashboard',
    '/dashboard/',
    '/dashboard/tickets/VEN-1042',
    '/dashboard/index.html',
    '/dashboard/__proto__',
  ])('%s is its page, under a strict policy', async (path) => {
    const response = await front.get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const policy = response.headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        "connect-src 'self' ws://localhost:4000 ws://127.0.0.1:4000",
      ]),
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('permissions-policy')).toContain('camera=()');
  });

  test('its hashed files are immutable, its others are asked for again', async () => {
    const script = await front.get('/dashboard/assets/main-abc.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('access-control-allow-origin')).toBeNull();
    expect((await front.get('/dashboard/assets/sign-abc.woff2')).headers.get('content-type')).toBe('font/woff2');
    expect((await front.get('/dashboard/icon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  test('a chunk of another build is not the page', async () => {
    const response = await front.get('/dashboard/assets/main-old.js');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  test('the root leads there', async () => {
    const response = await front.get('/');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/dashboard/');
  });
});

test.each([
  '/w/chunks/..%2f..%2fmanifest.json',
  '/w/chunks/..%2floader.js',
  '/w/chunks/%2e%2e%2floader.js',
  '/w/chunks/..%5c..%5cpackage.json',
  '/w/chunks/panel-b1.js%00',
  '/w/chunks/panel-b1.js.br',
  '/w/chunks/__proto__',
  '/w/chunks/',
  '/w/chunks/%',
  '/w/chunks/%E0%A4%A',
  '/dashboard/assets/..%2f..%2fwidget%2floader.js',
  '/dashboard/assets/%2e%2e/%2e%2e/package.json',
  '/w/../server/package.json',
  '/%2e%2e/%2e%2e/etc/passwd',
])('%s leads nowhere', async (path) => {
  const response = await front.get(path);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ ok: false, error: { code: 'not_found' } });
});

describe('chunks of earlier builds', () => {
  let folder: string;
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function start(builds: readonly string[]) {
    folder = await mkdtemp(join(tmpdir(), 'ventanilla-builds-'));
    let served: string[] = [];
    for (const [index, build] of builds.entries()) {
      await rm(join(folder, 'widget'), { recursive: true, force: true });
      await writeFiles(folder, {
        'widget/loader.js': builtFilesForTests['widget/loader.js'],
        'widget/manifest.json': JSON.stringify({ build }),
        [`widget/chunks/panel-${build}.js`]: `export const build = '${build}';`,
      });
      const folders = { widget: join(folder, 'widget'), dashboard: join(folder, 'none'), data: join(folder, 'data') };
      served = [...readBuiltFiles(folders, Date.parse('2026-01-01T00:00:00Z') + index * 1_000).chunks.keys()];
    }
    return served.sort();
  }

  test('the last three are served', async () => {
    expect(await start(['b1', 'b2', 'b3', 'b4'])).toEqual(['panel-b2.js', 'panel-b3.js', 'panel-b4.js']);
    expect(readdirSync(join(folder, 'data/widget-chunks')).sort()).toEqual(['b2', 'b3', 'b4']);
  });

  test('a build that comes back counts as the newest', async () => {
    expect(await start(['b1', 'b2', 'b3', 'b1', 'b4'])).toEqual(['panel-b1.js', 'panel-b3.js', 'panel-b4.js']);
  });

  test('starting again keeps what is there', async () => {
    expect(await start(['b1', 'b1', 'b1'])).toEqual(['panel-b1.js']);
  });

  test('a loader without a place for its settings is refused', async () => {
    folder = await mkdtemp(join(tmpdir(), 'ventanilla-builds-'));
    await writeFiles(folder, { 'widget/loader.js': 'no place', 'widget/manifest.json': '{"build":"b1"}' });
    const folders = { widget: join(folder, 'widget'), dashboard: join(folder, 'none'), data: join(folder, 'data') };
    expect(() => readBuiltFiles(folders, 0)).toThrow(/build the widget again/);
  });

  test('what an interrupted start left behind is not served', async () => {
    folder = await mkdtemp(join(tmpdir(), 'ventanilla-builds-'));
    await writeFiles(folder, {
      ...builtFilesForTests,
      'data/widget-chunks/.b1/half.js': 'export',
      'data/widget-chunks/.b0/half.js': 'export',
    });
    const folders = {
      widget: join(folder, 'widget'),
      dashboard: join(folder, 'dashboard'),
      data: join(folder, 'data'),
    };
    expect([...readBuiltFiles(folders, 0).chunks.keys()]).toEqual(['panel-b1.js']);
    expect(existsSync(join(folder, 'data/widget-chunks/b1/half.js'))).toBe(false);
  });
});
