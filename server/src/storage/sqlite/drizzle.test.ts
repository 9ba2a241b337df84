import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, eq, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openConnection } from './connection.ts';
import { type SqliteDb, sqliteDrizzle } from './drizzle.ts';
import { createWriter } from './writer.ts';

const people = sqliteTable('people', { id: text('id').primaryKey(), name: text('name').notNull() });
const letters = sqliteTable('letters', {
  id: text('id').primaryKey(),
  personId: text('person_id').notNull(),
  name: text('name').notNull(),
  pages: integer('pages').notNull(),
});

let folder: string;
let db: SqliteDb;
let close: () => Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ventanilla-drizzle-'));
  const file = join(folder, 'test.db');
  const connection = await openConnection(file, 'readwrite', 0);
  await connection.exec(`PRAGMA journal_mode = wal; CREATE TABLE people (id text PRIMARY KEY, name text NOT NULL);
    CREATE TABLE letters (id text PRIMARY KEY, person_id text NOT NULL, name text NOT NULL, pages integer NOT NULL)`);
  const reader = await openConnection(file, 'readonly', 1000);
  db = sqliteDrizzle({ writer: createWriter(connection), reader: () => reader });
  close = async () => {
    await connection.close();
    await reader.close();
  };
  await db.insert(people).values([
    { id: 'a', name: 'Ada' },
    { id: 'b', name: 'Blas' },
  ]);
  await db.insert(letters).values({ id: 'l', personId: 'a', name: 'To Blas', pages: 2 });
});

afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

test('columns of equal names in a join keep their values, and a missing side is null', async () => {
  const rows = await db.select().from(people).leftJoin(letters, eq(letters.personId, people.id)).orderBy(people.id);
  expect(rows).toEqual([
    { people: { id: 'a', name: 'Ada' }, letters: { id: 'l', personId: 'a', name: 'To Blas', pages: 2 } },
    { people: { id: 'b', name: 'Blas' }, letters: null },
  ]);
});

test('the same column twice, expressions and counts keep their places', async () => {
  const shape = {
    one: people.name,
    two: people.name,
    length: sql<number>`length(${people.name})`,
    all: sql<number>`1 + 1`,
  };
  expect(await db.select(shape).from(people).where(eq(people.id, 'a'))).toEqual([
    { one: 'Ada', two: 'Ada', length: 3, all: 2 },
  ]);
  expect(await db.select({ n: count() }).from(people)).toEqual([{ n: 2 }]);
  expect(await db.$count(people)).toBe(2);
});

test('sub-queries, unions, upserts and returning work', async () => {
  const named = db.$with('named').as(db.select({ id: people.id, name: people.name }).from(people));
  expect(await db.with(named).select().from(named).orderBy(named.id)).toHaveLength(2);
  const names = db.select({ id: people.id, name: people.name }).from(people);
  const titles = db.select({ id: letters.id, name: letters.name }).from(letters);
  expect((await names.union(titles)).map((row) => row.name).sort()).toEqual(['Ada', 'Blas', 'To Blas']);
  const upserted = await db
    .insert(people)
    .values({ id: 'a', name: 'Ada L.' })
    .onConflictDoUpdate({ target: people.id, set: { name: sql`excluded.name` } })
    .returning();
  expect(upserted).toEqual([{ id: 'a', name: 'Ada L.' }]);
});

test('a transaction reads what it wrote, and an inner one can be undone alone', async () => {
  await db.transaction(async (tx) => {
    await tx.insert(people).values({ id: 'c', name: 'Carmen' });
    expect(await tx.$count(people)).toBe(3);
    await expect(
      tx.transaction(async (inner) => {
        await inner.insert(people).values({ id: 'd', name: 'Dora' });
        throw new Error('not her');
      }),
    ).rejects.toThrow('not her');
  });
  expect((await db.select().from(people).orderBy(people.id)).map((row) => row.id)).toEqual(['a', 'b', 'c']);
});

test('500 transactions that read and then write lose nothing', async () => {
  const add = () =>
    db.transaction(async (tx) => {
      const [letter] = await tx.select().from(letters).where(eq(letters.id, 'l'));
      await tx
        .update(letters)
        .set({ pages: (letter?.pages ?? 0) + 1 })
        .where(eq(letters.id, 'l'));
    });
  await Promise.all(Array.from({ length: 500 }, add));
  expect(await db.select({ pages: letters.pages }).from(letters)).toEqual([{ pages: 502 }]);
});

test('db inside a transaction is refused, for reading and for writing', async () => {
  await expect(db.transaction(() => db.select().from(people))).rejects.toThrow('Inside a transaction');
  await expect(db.transaction(() => db.insert(people).values({ id: 'x', name: 'X' }))).rejects.toThrow(
    'Inside a trans',
  );
  expect(await db.$count(people)).toBe(2);
});
