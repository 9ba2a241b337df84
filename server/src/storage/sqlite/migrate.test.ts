import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenedStore, type Place, sqlitePlace } from '../contract/harness-for-tests.ts';
import { aConversation, aRequester, aSite, converting, newAgent, saying, stored } from '../contract/rows-for-tests.ts';
import { type Migration, readMigrations } from '../migrations.ts';
import type { Connection } from './connection.ts';
import { killedInUpgrade } from './killed-upgrade-for-tests.ts';
import { migrateSqlite } from './migrate.ts';

let place: Place;
let store: OpenedStore;
let connection: Connection;
let migrations: Migration[];

beforeEach(async () => {
  migrations = await readMigrations('sqlite');
  place = await sqlitePlace();
  store = await openWatched();
  const site = await aSite(store);
  await aRequester(store, site);
  await store.agents.createFirstAdmin(newAgent(), [site.id], []);
  for (let i = 0; i < 3; i++) {
    const { id } = await aConversation(store, site);
    await stored(store, saying(id));
    await stored(store, converting(id));
    await store.readMarks.set([{ conversationId: id, readerId: 'agt_1', seq: 1 }]);
  }
  const user = "INSERT INTO auth_users VALUES ('u', 'Marta', 'm@example.com', 1, NULL, 0, 0)";
  const session = "INSERT INTO auth_sessions VALUES ('s', 9, 't', 0, 0, NULL, NULL, 'u')";
  for (const sql of [user, session]) await place.sql(sql);
});
afterEach(async () => {
  await store.close();
  await place.remove();
});

async function openWatched(): Promise<OpenedStore> {
  return place.open({
    wrapConnection(opened, role) {
      if (role === 'writer') connection = opened;
      return opened;
    },
  });
}

/** As drizzle-kit writes it when SQLite cannot alter a table in place. */
async function rebuilding(table: string, filter = ''): Promise<string[]> {
  const objects = await place.sql(
    `SELECT type, sql FROM sqlite_master WHERE tbl_name = '${table}' AND sql IS NOT NULL`,
  );
  const create = String(objects.find((object) => object['type'] === 'table')?.['sql']);
  const indexes = objects.filter((object) => object['type'] === 'index').map((object) => String(object['sql']));
  return [
    'PRAGMA foreign_keys=OFF;',
    create.replace(table, `__new_${table}`),
    `INSERT INTO __new_${table} SELECT * FROM ${table} ${filter}`,
    `DROP TABLE ${table};`,
    `ALTER TABLE __new_${table} RENAME TO ${table};`,
    'PRAGMA foreign_keys=ON;',
    ...indexes,
  ];
}

async function counts(): Promise<Record<string, number>> {
  const tables = await place.sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
  const counted: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await place.sql(`SELECT count(*) AS n FROM "${name}"`);
    counted[String(name)] = Number(row?.['n']);
  }
  return counted;
}

test('an upgrade that rebuilds tables keeps every row of every table', async () => {
  const before = await counts();
  expect(Object.keys(before)).toHaveLength(25);
  expect(before).toMatchObject({ entries: 6, tickets: 3, read_marks: 3, auth_sessions: 1 });
  const statements: string[] = [];
  for (const table of ['sites', 'visitors', 'conversations', 'auth_users'])
    statements.push(...(await rebuilding(table)));
  statements.push("ALTER TABLE tickets ADD COLUMN invented text NOT NULL DEFAULT ''");
  await migrateSqlite(connection, [...migrations, { name: '9999_rebuilt', hash: 'h', statements }]);
  expect(await counts()).toEqual({ ...before, schema_migrations: migrations.length + 1 });
  expect(await place.sql('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  await expect(place.sql('DELETE FROM conversations')).rejects.toMatchObject({ failure: 'constraint' });
});

test('an upgrade that would leave a row pointing to nothing is undone whole', async () => {
  const before = await counts();
  const statements = ['CREATE TABLE later (id text)', ...(await rebuilding('conversations', 'LIMIT 1'))];
  const upgrade = migrateSqlite(connection, [...migrations, { name: '9999_lossy', hash: 'h', statements }]);
  await expect(upgrade).rejects.toMatchObject({
    failure: 'constraint',
    message: expect.stringContaining('refers to nothing'),
  });
  expect(await counts()).toEqual(before);
});

test('an upgrade that fails half-way changes nothing and can be repeated', async () => {
  const before = await counts();
  const broken = {
    name: '9999_next',
    hash: 'h',
    statements: ['CREATE TABLE later (id text)', 'CREATE TABLE later (id text)'],
  };
  await expect(migrateSqlite(connection, [...migrations, broken])).rejects.toThrow('already exists');
  expect(await counts()).toEqual(before);
  await migrateSqlite(connection, [...migrations, { ...broken, statements: ['CREATE TABLE later (id text)'] }]);
  expect(await counts()).toEqual({ ...before, later: 0, schema_migrations: migrations.length + 1 });
});

test('an upgrade that is killed at any of its steps has not happened, and the next start repeats it', async () => {
  const before = await counts();
  const [file] = await place.sql('PRAGMA database_list');
  const next: Migration = {
    name: '9999_next',
    hash: 'h',
    statements: ['CREATE TABLE later (id text)', ...(await rebuilding('sites'))],
  };
  const all = [...migrations, next];
  await store.close();
  for (let step = 1; step <= next.statements.length; step++) {
    expect(await killedInUpgrade(String(file?.['file']), all, step)).toBe('SIGKILL');
    store = await place.open();
    expect(await counts()).toEqual(before);
    await store.close();
  }
  store = await openWatched();
  await migrateSqlite(connection, all);
  expect(await counts()).toEqual({ ...before, later: 0, schema_migrations: migrations.length + 1 });
});

test('a migration that was changed after it was applied is refused', async () => {
  const [first] = migrations;
  const changed = [{ ...first!, hash: 'other' }];
  await expect(migrateSqlite(connection, changed)).rejects.toMatchObject({ failure: 'foreign_file' });
});

test('[TK3] tickets that were made before promises ended owe no answer where none is owed', async () => {
  const upgrade = migrations.find(({ name }) => name === '0008_follow_ups')?.statements.at(-1) ?? '';
  const [asked, answered, waiting] = (await place.sql('SELECT id, conversation_id FROM tickets ORDER BY id')) as {
    id: string;
    conversation_id: string;
  }[];
  await place.sql("UPDATE tickets SET status = 'open', due_at = 7");
  await place.sql("UPDATE conversations SET last_author_kind = 'visitor'");
  await place.sql(`UPDATE conversations SET last_author_kind = 'agent' WHERE id = '${answered?.conversation_id}'`);
  await place.sql(`UPDATE tickets SET status = 'pending' WHERE id = '${waiting?.id}'`);
  await place.sql(upgrade);
  const due = await place.sql('SELECT id, due_at FROM tickets ORDER BY id');
  expect(due.map((row) => [row['id'], Number(row['due_at'])])).toEqual([
    [asked?.id, 7],
    [answered?.id, 0],
    [waiting?.id, 0],
  ]);
});
