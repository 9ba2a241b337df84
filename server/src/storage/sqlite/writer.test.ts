import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StorageError } from '../storage-error.ts';
import { type Connection, openConnection } from './connection.ts';
import { createWriter, type Writer } from './writer.ts';

let folder: string;
let connection: Connection;
let other: Connection;
let writer: Writer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ventanilla-writer-'));
  const file = join(folder, 'test.db');
  connection = await openConnection(file, 'readwrite', 0);
  await connection.exec('PRAGMA journal_mode = wal; CREATE TABLE words (word text PRIMARY KEY) WITHOUT ROWID');
  other = await openConnection(file, 'readwrite', 0);
  writer = createWriter(connection, { patienceMs: 200 });
});

afterEach(async () => {
  await writer.close();
  await connection.close();
  await other.close();
  await rm(folder, { recursive: true, force: true });
});

const insert = (word: string) => writer.write((c) => c.run('INSERT INTO words VALUES (?)', [word]));
const words = async () => (await other.all('SELECT word FROM words ORDER BY word')).map((row) => row['word']);

test('what waits while a commit is on its way goes into the next one', async () => {
  await Promise.all(Array.from({ length: 100 }, (_, i) => insert(`word ${i}`)));
  expect(await words()).toHaveLength(100);
  expect(writer.commits()).toBeLessThan(6);
});

test('a job that throws, or breaks a constraint, takes nobody with it', async () => {
  const outcomes = await Promise.allSettled([
    insert('first'),
    insert('one'),
    insert('one'),
    writer.write(async (c) => {
      await c.run("INSERT INTO words VALUES ('undone')");
      throw new Error('thought better of it');
    }),
    insert('two'),
  ]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(await words()).toEqual(['first', 'one', 'two']);
});

test.each([
  ['without room is a full disk, and nobody ends for it', false, 'full', []],
  ['with room left is the end of the process', true, 'io', ['io']],
])('a failed write %s', async (_case, hasRoom, failure, ends) => {
  let isBroken = true;
  const failures: string[] = [];
  const failing: Connection = {
    ...connection,
    run: async (sql, params) => {
      if (isBroken && sql === 'COMMIT') throw new StorageError('io', 'disk I/O error');
      return connection.run(sql, params);
    },
  };
  const onDiskFailure = (error: StorageError) => failures.push(error.failure);
  writer = createWriter(failing, { hasRoom: async () => hasRoom, onDiskFailure });
  await expect(insert('lost')).rejects.toMatchObject({ failure });
  expect(failures).toEqual(ends);
  isBroken = false;
  await insert('kept');
  expect(await words()).toEqual(['kept']);
});

test('a failing database refuses the whole batch, even when the job hides the failure', async () => {
  const failing: Connection = {
    ...connection,
    run: async (sql, params) => {
      if (params?.[0] === 'bad') throw new StorageError('io', 'the disk is gone');
      return connection.run(sql, params);
    },
  };
  const failures: string[] = [];
  writer = createWriter(failing, { onDiskFailure: (error) => failures.push(error.message) });
  const outcomes = await Promise.allSettled([
    insert('alone in the first commit'),
    insert('before'),
    writer.write((c) => c.run('INSERT INTO words VALUES (?)', ['bad']).catch(() => undefined)),
    insert('after'),
  ]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
  expect(await words()).toEqual(['alone in the first commit']);
  expect(failures).toEqual(['the disk is gone']);
  await insert('it goes on');
  expect(await words()).toHaveLength(2);
});

test('stored is what was acknowledged, with a disk that fills up in the middle of a batch', async () => {
  await connection.exec('PRAGMA max_page_count = 8');
  const asked = Array.from({ length: 300 }, (_, i) => `${i} ${'x'.repeat(200)}`);
  const outcomes = await Promise.allSettled(asked.map(insert));
  const acknowledged = asked.filter((_, i) => outcomes[i]?.status === 'fulfilled');
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toMatchObject({ failure: 'full' });
  expect(await words()).toEqual(acknowledged.sort());
  await connection.exec('PRAGMA max_page_count = 10000');
  await insert('room again');
  expect(await words()).toContain('room again');
});

test('a database that another program holds is waited for, then refused', async () => {
  await other.run('BEGIN IMMEDIATE');
  await expect(insert('too long')).rejects.toMatchObject({ failure: 'busy' });
  const waiting = insert('in time');
  await other.run('COMMIT');
  await waiting;
  expect(await words()).toEqual(['in time']);
});

test('inside a transaction there is no second way in', async () => {
  const nested = writer.write(() => insert('nested'));
  await expect(nested).rejects.toThrow('Inside a transaction');
  await writer.write(async () => undefined).then(() => insert('afterwards'));
  expect(await words()).toEqual(['afterwards']);
});

test('values that SQLite would bend are refused', async () => {
  for (const value of [1n, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, new Date(0), {}, undefined]) {
    await expect(connection.all('SELECT ? AS v', [value])).rejects.toThrow('SQLite cannot store');
  }
  for (const value of [0, -1, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1), 1.5, '', '👩‍🚒', null]) {
    expect(await connection.all('SELECT ? AS v', [value])).toEqual([{ v: value }]);
  }
});

test('close writes what was asked for and takes nothing more', async () => {
  const last = insert('last');
  await writer.close();
  await last;
  await expect(insert('late')).rejects.toMatchObject({ failure: 'closed' });
  expect(await words()).toEqual(['last']);
});
