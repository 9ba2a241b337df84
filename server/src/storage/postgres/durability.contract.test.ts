import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { createDatabase } from './database-for-tests.ts';

test('[DL3] a database that acknowledges before it has written is refused at every start until it is set right', async () => {
  const { url, drop } = await createDatabase();
  onTestFinished(drop);
  const setTo = async (value: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = ${value}`);
    await client.end();
  };
  const open = async () => (await openStore({ url, dataFolder: '' })).close();
  await open();
  await setTo('off');
  await expect(open()).rejects.toMatchObject({
    failure: 'foreign_file',
    message: expect.stringContaining('synchronous_commit'),
  });
  await setTo('local');
  await open();
});
