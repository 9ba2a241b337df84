import { describe, inject } from 'vitest';
import { postgresPlaces, sqlitePlace } from './contract/harness-for-tests.ts';
import { storeContract } from './store-contract.ts';

describe('SQLite', () => storeContract(sqlitePlace));
describe('PostgreSQL', () => storeContract(postgresPlaces(inject('postgresUrl'))));
