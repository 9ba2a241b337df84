import { once } from 'node:events';
import { keepForOthers } from '../fixtures/quick-imports.ts';

/*
 * A server that has read all its code and waits for a word: so the next one is there as soon as the last has died. With
 * that word it is `main.ts`, the product as it is; if something is to be put in from outside, `child.ts`.
 */

await import('@ventanilla/server/serve');
await (process.env.VENTANILLA_DATABASE_URL
  ? import('@ventanilla/server/storage/postgres/database')
  : import('@ventanilla/server/storage/sqlite/database'));
keepForOthers();
console.log('ready');
const isTold = await Promise.race([once(process.stdin, 'data').then(() => true), once(process.stdin, 'end')]);
// Its input ends when whoever would have told it is gone.
if (isTold !== true) process.exit(0);
process.stdin.once('end', () => process.exit(1));
await (process.env.DELIVERY_CRASH === 'null' && process.env.DELIVERY_BREAKAGE === ''
  ? import('@ventanilla/server/main')
  : import('./child.ts'));
keepForOthers();
