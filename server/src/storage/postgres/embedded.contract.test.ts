import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createDatabase } from './database-for-tests.ts';

test('a suite gets an empty PostgreSQL database of its own, in linguistic order by default', async () => {
  const { url, drop } = await createDatabase();
  onTestFinished(drop);
  const client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());

  const { rows } = await client.query(
    `select 1 as one, 'a' < 'B' as linguistic, 'a' < 'B' collate "C" as binary,
      (select count(*)::int from information_schema.tables where table_schema = 'public') as tables`,
  );

  expect(rows).toEqual([{ one: 1, linguistic: true, binary: false, tables: 0 }]);
});
