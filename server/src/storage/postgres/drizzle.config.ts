import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './server/src/storage/schema/postgres.ts',
  out: './server/src/storage/migrations/postgres',
});
