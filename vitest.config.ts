import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['e2e/fixtures/fail-on-console-error.ts'],
    unstubGlobals: true,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'lint',
          include: ['e2e/lint/**/*.test.ts'],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['shared/src/**/*.test.ts', 'server/src/**/*.test.ts', '{widget,dashboard}/src/**/*.test.{ts,tsx}'],
          exclude: ['**/*.socket.test.ts', '**/*.contract.test.ts'],
          testTimeout: 15_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['server/src/**/*.contract.test.ts'],
          globalSetup: ['server/src/storage/postgres/embedded-for-tests.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'socket',
          maxWorkers: 2,
          // Every file starts the whole product: loading it once for all is a third of the work.
          isolate: false,
          include: ['server/src/**/*.socket.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/{smoke,specs}/**/*.spec.ts'],
          globalSetup: ['e2e/fixtures/browser-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One more than it has cores: every spec waits most of its time, for what a browser or a server does.
          maxWorkers: 3,
          isolate: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
