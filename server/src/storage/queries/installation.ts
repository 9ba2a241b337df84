import { eq } from 'drizzle-orm';
import type { Database } from '../database.ts';
import type { InstallationQueries } from '../store.ts';
import { first } from './first.ts';

export function installationQueries({ db, schema: { installation }, change }: Database): InstallationQueries {
  return {
    get: async (key) => first(await db.select().from(installation).where(eq(installation.key, key)))?.value ?? '',
    set: (key, value) =>
      change(async ({ tx }) => {
        await tx
          .insert(installation)
          .values({ key, value })
          .onConflictDoUpdate({ target: installation.key, set: { value } });
      }),
    setOnce: (key, value) =>
      change(async ({ tx }) => {
        await tx.insert(installation).values({ key, value }).onConflictDoNothing();
        return first(await tx.select().from(installation).where(eq(installation.key, key)))?.value ?? value;
      }),
  };
}
