import type { Ack } from '@ventanilla/shared/wire/errors';
import { type CommandRow, commandRows } from '@ventanilla/shared/wire/registry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlRow, SqlValue } from '../storage/sqlite/connection.ts';
import { type AccessWorld, openAccessWorld, type Role } from '../testing/access-world.ts';
import { theAdmin } from '../testing/clients.ts';
import { commandInputs } from '../testing/command-inputs.ts';
import { sendRaw } from '../testing/raw-http.ts';
import { startApp } from '../testing/running-app.ts';
import { changedRows, openStoredRows, type StoredRows, type Tables } from '../testing/stored-rows.ts';

/*
 * What a client adds to a command's input changes nothing: the same command is run with and without it, and the rows that
 * differ afterwards must differ alike. Ids, secrets and places in the installation's order are told apart by their shape.
 */

let world: AccessWorld;
let stored: StoredRows;
beforeAll(async () => {
  world = await openAccessWorld();
  stored = await openStoredRows(world.app);
  // A visitor is a row only from the first word on.
  await world.roles.visitor.own.conversation();
});
afterAll(async () => {
  await stored?.close();
  await world?.close();
});

/** Fields of our rows and of other people's frameworks, each with a value that would be seen. */
const smuggled = (): Record<string, unknown> => ({
  role: 'admin',
  roles: ['admin'],
  isAdmin: true,
  admin: true,
  siteId: world.away.id,
  siteIds: [world.away.id],
  site: world.away.key,
  visitorId: world.app.deps.ids.next('visitor'),
  requesterId: world.app.deps.ids.next('requester'),
  authorId: world.app.deps.ids.next('agent'),
  authorKind: 'system',
  authorName: 'Dirección',
  agentId: world.app.deps.ids.next('agent'),
  assigneeId: world.app.deps.ids.next('agent'),
  id: world.app.deps.ids.next('entry'),
  kind: 'system',
  seq: 999,
  publicSeq: 998,
  lastSeq: 997,
  position: 996,
  version: 995,
  createdAt: 1,
  updatedAt: 1,
  removedAt: 1,
  disabledAt: 1,
  deadlineAt: 1,
  state: 'ended',
  status: 'closed',
  outcome: 'answered',
  isFront: true,
  isPublic: true,
  key: 'chosen',
  tokenHash: 'chosen',
  identitySecrets: ['a secret of my own choosing'],
  emailVerifiedAt: 1,
  constructor: { prototype: { isAdmin: true } },
  prototype: { isAdmin: true },
});

function roleFor(row: CommandRow): Role {
  if (row.by === 'anyone') return world.roles.nobody;
  if (row.by === 'visitor') return world.roles.visitor;
  return row.by === 'agent' ? world.roles.agent : world.roles.admin;
}

/** Every command takes an object, whose schema names its fields. */
function fieldsOf(row: CommandRow): ReadonlySet<string> {
  return new Set(Object.keys((row.input as unknown as { entries: object }).entries));
}

/** As JSON, because there `__proto__` is a field like any other. */
function smuggling(row: CommandRow, input: Record<string, unknown>): string {
  const extra = Object.entries(smuggled()).filter(([key]) => !fieldsOf(row).has(key));
  const text = JSON.stringify({ ...Object.fromEntries(extra), ...input });
  return `{"__proto__":${JSON.stringify(smuggled())},${text.slice(1)}`;
}

async function post(row: CommandRow, role: Role, body: string): Promise<Ack<unknown>> {
  const isForSites = row.isOfSite;
  const answer = await sendRaw(world.app, {
    method: 'POST',
    path: isForSites ? `${row.path}?site=${role.site.key}` : row.path,
    headers: {
      origin: world.app.url,
      'content-type': 'application/json',
      ...(role.token && { authorization: `Bearer ${role.token}` }),
      ...(role.cookie && { cookie: role.cookie }),
    },
    body: [body],
  });
  return JSON.parse(answer.text);
}

/** Runs a command and answers what it left on the disk. */
async function traceOf(row: CommandRow, role: Role, write: (input: Record<string, unknown>) => string) {
  const input: Record<string, unknown> = await commandInputs[row.name](role.own);
  const body = write(input);
  const before = await stored.all();
  const answer = await post(row, role, body);
  const trace = changedRows(before, await stored.all());
  return { code: answer.ok ? 'ok' : answer.error.code, trace: withoutChance(trace, before) };
}

const opaque = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![\w-])[\w-]{32,}(?![\w-])/g;

/** In what an event keeps as JSON. */
const moment = /(?<="\w+At":)\d{13}\b/g;

/** Counters and versions become the distance from where they stood; ids, hashes and keys become dots. */
function withoutChance(trace: Tables, before: Tables): string[] {
  const counters = new Map((before.counters ?? []).map(({ name, value }) => [name, Number(value)]));
  const versions = new Map(
    Object.values(before).flatMap((rows) => rows.map(({ id, version }) => [id, Number(version)])),
  );
  const nextNumber = String((counters.get('ticketNumber') ?? 0) + 1);

  function shown(table: string, row: SqlRow, column: string, value: SqlValue): unknown {
    if (column === 'key' || column === 'password' || column.endsWith('_at')) return typeof value;
    if (column === 'number') return Number(value) - (counters.get('ticketNumber') ?? 0);
    if (column === 'revision') return Number(value) - (counters.get('articles') ?? 0);
    if (column === 'position' && table !== 'articles') return Number(value) - (counters.get('position') ?? 0);
    if (column === 'value') return Number(value) - (counters.get(String(row.name)) ?? 0);
    if (column === 'version') return Number(value) - (versions.get(row.subject_id ?? row.id ?? '') ?? 0);
    return String(value).replaceAll(opaque, '·').replaceAll(moment, '·').replaceAll(nextNumber, 'next');
  }

  return Object.entries(trace)
    .flatMap(([table, rows]) =>
      rows.map((row) => {
        const fields = Object.entries(row).map(([column, value]) => [column, shown(table, row, column, value)]);
        return `${table} ${JSON.stringify(fields)}`;
      }),
    )
    .sort();
}

const writes = commandRows.filter((row) => row.method === 'POST');

describe.each(writes)('$name', (row) => {
  it('stores the same with and without what was smuggled in', async () => {
    const role = roleFor(row);
    // Becoming somebody from nobody moves what is there; from one person to the next it does not.
    if (row.name === 'visitor:identify') await traceOf(row, role, (input) => JSON.stringify(input));
    const plain = await traceOf(row, role, (input) => JSON.stringify(input));
    const tampered = await traceOf(row, role, (input) => smuggling(row, input));
    expect(tampered).toEqual(plain);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });
});

it('no chosen value stands anywhere in the database', async () => {
  const text = JSON.stringify(await stored.all());
  for (const chosen of ['Dirección', 'a secret of my own choosing', '"chosen"', '"created_at":1,'])
    expect(text).not.toContain(chosen);
});

it('the reads give no more than they would', async () => {
  for (const row of commandRows.filter(({ method }) => method === 'GET')) {
    const role = roleFor(row);
    const input: Record<string, unknown> = await commandInputs[row.name](role.own);
    const ask = (given: unknown) => role.socket?.raw.timeout(5_000).emitWithAck(row.name, given);
    const plain = await ask(input);
    expect(await ask(JSON.parse(smuggling(row, input))), row.name).toEqual(plain);
  }
});

it('the first admin is what the product makes of them', async () => {
  const app = await startApp();
  const setup = {
    ...smuggled(),
    secret: app.setupSecret,
    name: 'Marta',
    email: 'marta@alameda.example',
    password: 'una ventanilla abierta',
  };
  const headers = { origin: app.url, 'content-type': 'application/json' };
  const path = '/api/v1/setup/complete';
  const answer = await sendRaw(app, { method: 'POST', path, headers, body: [JSON.stringify(setup)] });
  expect(JSON.parse(answer.text)).toMatchObject({ ok: true });
  const [marta] = app.deps.directory.agents();
  const sites = app.deps.directory.sites().map((site) => site.id);
  expect(marta).toMatchObject({ role: 'admin', version: 1, removedAt: 0, siteIds: sites, name: 'Marta' });
  expect(marta?.createdAt).toBe(app.deps.clock.now());
  await expect(theAdmin(app)).rejects.toThrow('already_set_up');
  await app.close();
});
