import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/src/storage/schema/sqlite.ts',
  out: './server/src/storage/migrations/sqlite',
});
