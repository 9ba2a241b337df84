import { type IdNoun, idPattern, idPrefixes } from '@ventanilla/shared/ids';
import type { CommandName } from '@ventanilla/shared/wire/contract';
import type { Ack } from '@ventanilla/shared/wire/errors';
import { type CommandRow, commandRows } from '@ventanilla/shared/wire/registry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessWorld, type Namespace, openAccessWorld, type Role, roleNames } from '../testing/access-world.ts';
import type { Noun } from '../testing/belongings.ts';
import { callHttp, connect, HandshakeRefused } from '../testing/clients.ts';
import { commandInputs } from '../testing/command-inputs.ts';
import { openStoredRows, type StoredRows } from '../testing/stored-rows.ts';

/*
 * Every command of the registry × every role × (own, foreign, unknown, malformed id) × both doors. What each must answer
 * is derived from the registry's `by`, `subject` and `namespaces`; nothing here names a single command's answer but two.
 */

let world: AccessWorld;
let stored: StoredRows;
beforeAll(async () => {
  world = await openAccessWorld();
  stored = await openStoredRows(world.app);
});
afterAll(async () => {
  await stored?.close();
  await world?.close();
});

const nouns = Object.keys(idPrefixes) as IdNoun[];

const idKinds = ['own', 'foreign', 'unknown', 'malformed'] as const;
type IdKind = (typeof idKinds)[number];

/** An admin's rights over these are the whole installation's; everything else belongs to a site or a visitor. */
const installationWide: ReadonlySet<Noun> = new Set(['agent', 'invitation']);
/** These are for everybody who comes to the site, whoever else is there. */
const siteWide: ReadonlySet<Noun> = new Set(['article']);

/** What a call in order is answered where that is not `ok`: the installation of these tests has its admin already. */
const inOrder: Partial<Record<CommandName, string>> = {
  'setup:check': 'already_set_up',
  'setup:complete': 'already_set_up',
};

function expected(row: CommandRow, role: Role, kind: IdKind): string {
  const isAgent = role.is === 'agent' || role.is === 'admin';
  if (row.by === 'visitor' && role.is !== 'visitor') return 'unauthenticated';
  if ((row.by === 'agent' || row.by === 'admin') && !isAgent) return 'unauthenticated';
  if (row.by === 'admin' && role.is !== 'admin') return 'forbidden';
  if (kind === 'malformed') return 'invalid';
  if (kind === 'unknown') return 'not_found';
  const isOfSite = role.foreign.site().siteId === role.site.id;
  const isShared = (noun: Noun) => installationWide.has(noun) || (siteWide.has(noun) && isOfSite);
  const isTheirs = kind === 'own' || (row.subject && isShared(row.subject.noun));
  return isTheirs ? (inOrder[row.name] ?? 'ok') : 'not_found';
}

/** Said before anybody looks at what the call is about. */
const noRights: ReadonlySet<string> = new Set(['unauthenticated', 'forbidden', 'unknown_command']);

const kindsOf = (row: CommandRow): readonly IdKind[] => (row.subject ? idKinds : ['own']);

function unknownId(noun: Noun): string {
  return noun === 'ticketNumber' ? 'VEN-999999999' : world.app.deps.ids.next(noun);
}

/** Almost an id of this kind. */
function malformedIds(noun: Noun): [string, ...unknown[]] {
  const id = unknownId(noun);
  const other = noun === 'conversation' ? idPrefixes.entry : idPrefixes.conversation;
  return [
    noun === 'ticketNumber' ? `${id}-` : id.slice(0, -1),
    `${id}\n`,
    `${id}%`,
    ` ${id}`,
    id.replace(/^[^_-]+/, other),
    noun === 'ticketNumber' ? id.toLowerCase() : id.toUpperCase(),
    "' OR 1=1 --",
    '',
    '__proto__',
    null,
    7,
    [id],
    { id },
    { $ne: '' },
  ];
}

const foreignIds = new Map<string, string>();
/** Made once, since nobody may use it up; but for what an admin may change everywhere. */
async function foreignId(noun: Noun, role: Role): Promise<string> {
  const key = `${role.name} ${noun}`;
  const id = foreignIds.get(key) ?? (await role.foreign.idOf(noun));
  if (!installationWide.has(noun)) foreignIds.set(key, id);
  return id;
}

async function idOf(kind: IdKind, noun: Noun, role: Role): Promise<unknown> {
  if (kind === 'foreign') return foreignId(noun, role);
  return kind === 'unknown' ? unknownId(noun) : malformedIds(noun)[0];
}

const unusedInputs = new Map<CommandName, Record<string, unknown>>();

/** An input in order, with the id of this kind where the registry says that one stands. */
async function inputOf(row: CommandRow, role: Role, kind: IdKind): Promise<Record<string, unknown>> {
  if (kind === 'own' || !row.subject) return commandInputs[row.name](role.own);
  const input = unusedInputs.get(row.name) ?? (await commandInputs[row.name](role.own));
  unusedInputs.set(row.name, input);
  return { ...input, [row.subject.field]: await idOf(kind, row.subject.noun, role) };
}

const codeOf = (answer: Ack<unknown>) => (answer.ok ? 'ok' : answer.error.code);

/** The body of a refusal without what differs from call to call. */
function bodyOf(answer: Ack<unknown>): unknown {
  if (answer.ok) return answer;
  const { requestId: _requestId, ...error } = answer.error;
  return error;
}

function proofOf({ site, token, cookie }: Role) {
  return { site: site.key, ...(token && { token }), ...(cookie && { cookie }) };
}

/** Commands of an agent take no `?site`. */
function atDoor(row: CommandRow, role: Role) {
  const { site, ...proof } = proofOf(role);
  return row.isOfSite ? { site, ...proof } : proof;
}

async function callSocket(role: Role, name: string, input: unknown): Promise<Ack<unknown>> {
  if (!role.socket) throw new Error(`${role.name} has no socket`);
  return role.socket.raw.timeout(5_000).emitWithAck(name, input);
}

const everybody = () => roleNames.map((name) => world.roles[name]);
const connected = () => everybody().filter((role) => role.namespace);

describe.each(commandRows)('$name', (row) => {
  it('over HTTP', () =>
    expectAsDerived(
      everybody(),
      () => kindsOf(row),
      (role, kind) => expected(row, role, kind),
      async (role, input) => {
        const { status, headers, body } = await callHttp(world.app, row.name, input, atDoor(row, role));
        return { body, also: { status, headers: [...headers].filter(([name]) => name !== 'date') } };
      },
    ));

  it('on sockets', () => {
    const isHere = (role: Role) => row.namespaces.some((namespace) => namespace === role.namespace);
    return expectAsDerived(
      connected(),
      (role) => (isHere(role) ? kindsOf(row) : ['own']),
      (role, kind) => (isHere(role) ? expected(row, role, kind) : 'unknown_command'),
      async (role, input) => ({ body: await callSocket(role, row.name, input), also: null }),
    );
  });

  type Said = { body: Ack<unknown>; also: unknown };

  /** Each answer has the derived code; a refused call writes nothing; not theirs and not there answer alike. */
  async function expectAsDerived(
    roles: Role[],
    kinds: (role: Role) => readonly IdKind[],
    derived: (role: Role, kind: IdKind) => string,
    ask: (role: Role, input: Record<string, unknown>) => Promise<Said>,
  ): Promise<void> {
    const actual: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    const unused = new Map<IdKind, Record<string, unknown>>();
    /** What somebody without rights did not use up will do for the next one. */
    async function inputFor(role: Role, kind: IdKind, isReusable: boolean) {
      const input = (isReusable && unused.get(kind)) || (await inputOf(row, role, kind));
      if (isReusable) unused.set(kind, input);
      return input;
    }
    for (const role of roles) {
      const notFound: unknown[] = [];
      for (const kind of kinds(role)) {
        const cell = `${role.name}, ${kind} id`;
        wanted[cell] = derived(role, kind);
        const input = await inputFor(role, kind, noRights.has(wanted[cell]));
        const before = await stored.version();
        const { body, also } = await ask(role, input);
        actual[cell] = codeOf(body);
        if (!body.ok) expect(await stored.version(), `${cell}: a refused call wrote something`).toBe(before);
        if (wanted[cell] === 'not_found') notFound.push({ also, body: bodyOf(body) });
      }
      for (const refusal of notFound) expect(refusal, `${role.name}: not theirs, not there`).toEqual(notFound[0]);
    }
    expect(actual).toEqual(wanted);
  }
});

describe.each(commandRows.filter((row) => row.subject))('$name', (row) => {
  it('takes for an id only what is one', async () => {
    const { subject } = row;
    const role = connected().find((candidate) => expected(row, candidate, 'own') === 'ok');
    if (!subject || !role) throw new Error(`nobody may call ${row.name}`);
    const input = await inputOf(row, role, 'own');
    for (const id of malformedIds(subject.noun)) {
      const answer = await callSocket(role, row.name, { ...input, [subject.field]: id });
      expect(answer, JSON.stringify(id)).toMatchObject({
        error: { code: 'invalid', details: { field: subject.field } },
      });
      if (row.method === 'GET' && typeof id !== 'string') continue;
      const { body } = await callHttp(world.app, row.name, { ...input, [subject.field]: id }, atDoor(row, role));
      expect(codeOf(body), JSON.stringify(id)).toBe('invalid');
    }
  });
});

/** Ids that stand in an input besides its subject, found by their pattern. */
function otherIdsOf(row: CommandRow): { field: string; noun: IdNoun; isList: boolean }[] {
  type Field = { type: string; wrapped?: Field; item?: Field; pipe?: { type: string; requirement?: unknown }[] };
  const { entries } = row.input as unknown as { entries: Record<string, Field> };
  return Object.entries(entries).flatMap(([field, given]) => {
    const schema = given.wrapped ?? given;
    const pattern = (schema.item ?? schema).pipe?.find(({ type }) => type === 'regex')?.requirement;
    const noun = nouns.find((candidate) => String(pattern) === String(idPattern(candidate)));
    return noun && field !== row.subject?.field ? [{ field, noun, isList: schema.type === 'array' }] : [];
  });
}

const withOtherIds = commandRows.flatMap((row) => otherIdsOf(row).map((other) => ({ ...other, name: row.name, row })));

it.each(withOtherIds)('$name: somebody else’s $field is not there', async ({ row, field, noun, isList }) => {
  const role = connected().find((candidate) => expected(row, candidate, 'own') === 'ok');
  if (!role) throw new Error(`nobody may call ${row.name}`);
  const isOnSockets = row.namespaces.length > 0;
  const answers: unknown[] = [];
  for (const id of [await role.foreign.idOf(noun as Noun), unknownId(noun)]) {
    const input = { ...(await inputOf(row, role, 'own')), [field]: isList ? [id] : id };
    const answer = isOnSockets
      ? await callSocket(role, row.name, input)
      : (await callHttp(world.app, row.name, input, atDoor(row, role))).body;
    expect(codeOf(answer)).toBe('not_found');
    answers.push(bodyOf(answer));
  }
  expect(answers[0]).toEqual(answers[1]);
});

it('such ids are found', () => {
  expect(withOtherIds.map(({ name, field }) => `${name} ${field}`)).toEqual(
    expect.arrayContaining(['agent:invite siteIds', 'message:send fileIds', 'note:add fileIds']),
  );
});

describe('the handshake', () => {
  const namespaces: Namespace[] = ['/visitor', '/agent'];

  it.each(namespaces)('%s opens to whom it is for', async (namespace) => {
    const actual: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const role of everybody()) {
      const auth = { site: role.site.key, ...(role.token && { token: role.token }) };
      const headers = { origin: world.app.url, ...(role.cookie && { cookie: role.cookie }) };
      actual[role.name] = await connect(world.app, namespace, auth, headers).then(
        (socket) => {
          socket.close();
          return 'ok';
        },
        (error: unknown) => (error instanceof HandshakeRefused ? error.code : String(error)),
      );
      wanted[role.name] = role.namespace === namespace ? 'ok' : 'unauthenticated';
    }
    expect(actual).toEqual(wanted);
  });

  it('a visitor’s token of one site opens no socket of another', async () => {
    const { visitor } = world.roles;
    const auth = { site: world.away.key, token: visitor.token };
    await expect(connect(world.app, '/visitor', auth)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

it('every id of the subjects’ kinds is told from every other', () => {
  for (const noun of nouns) {
    const id = world.app.deps.ids.next(noun);
    expect(nouns.filter((candidate) => idPattern(candidate).test(id))).toEqual([noun]);
  }
});

it('nothing of this was a fault of the server', () => {
  expect(world.app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
