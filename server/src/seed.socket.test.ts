import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales, outcomes, type TicketReason, ticketReasons, ticketStatuses } from '@ventanilla/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { aVisitor, callHttp, signIn, startChat } from './testing/clients.ts';
import { type RunningApp, startApp } from './testing/running-app.ts';
import { openStoredRows, type Tables } from './testing/stored-rows.ts';

const script = join(import.meta.dirname, '../scripts/seed.mjs');
/** Nothing in the product makes such tickets yet. */
const laterReasons: readonly TicketReason[] = ['registered'];

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

let dataFolder: string;
let printed: string;
let again: Outcome;
let app: RunningApp;
let rows: Tables;
let cookie: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'ventanilla-seed-'));
  const { code, stdout, stderr } = await seed();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  printed = stdout;
  again = await seed();
  app = await startApp({ dataFolder });
  const stored = await openStoredRows(app);
  rows = await stored.all();
  await stored.close();
  cookie = await signIn(app, 'marta@alameda.example', passwordOf('marta@alameda.example'));
});

afterAll(async () => {
  await app.close();
  await rm(dataFolder, { recursive: true, force: true });
});

async function seed(folder = dataFolder): Promise<Outcome> {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, VENTANILLA_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

function passwordOf(email: string): string {
  return new RegExp(`${email} +(\\S+)`).exec(printed)?.[1] ?? '';
}

function words(table: string, column: string): Set<unknown> {
  return new Set((rows[table] ?? []).map((row) => row[column]));
}

async function ask(name: Parameters<typeof callHttp>[1], input: unknown) {
  const { body } = await callHttp(app, name, input, { cookie });
  if (!body.ok) throw new Error(body.error.code);
  return body.data;
}

describe('a seeded installation', () => {
  it('has tickets of every status and reason, and conversations in every state and outcome', () => {
    expect(words('tickets', 'status')).toEqual(new Set(ticketStatuses));
    expect(words('tickets', 'reason')).toEqual(
      new Set(ticketReasons.filter((reason) => !laterReasons.includes(reason))),
    );
    expect(words('conversations', 'state')).toEqual(new Set(['queued', 'active', 'ended']));
    expect(words('conversations', 'outcome')).toEqual(new Set(['', ...outcomes]));
    expect(words('conversations', 'rating')).toEqual(new Set(['', 'good', 'fair', 'bad']));
    expect(rows.tickets?.length).toBeGreaterThanOrEqual(55);
  });

  it('has due dates behind and ahead, people in the queue, and nothing that falls due in the next minutes', () => {
    const now = app.deps.clock.now();
    const unanswered = (rows.tickets ?? []).filter(({ status }) => status === 'new' || status === 'open');
    const due = unanswered.map((ticket) => Number(ticket.due_at) - now);
    expect(due.some((ms) => ms < 0)).toBe(true);
    expect(due.some((ms) => ms > 0 && ms < 60 * 60_000)).toBe(true);
    expect(due.some((ms) => ms > 24 * 60 * 60_000)).toBe(true);
    const deadlines = (rows.conversations ?? []).map((row) => Number(row.deadline_at)).filter((at) => at > 0);
    expect(deadlines.length).toBeGreaterThanOrEqual(12);
    expect(Math.min(...deadlines) - now).toBeGreaterThan(10 * 60_000);
  });

  it('has its history: every ticket was created by an event, in the order of time', () => {
    const events = [...(rows.events ?? [])].sort((a, b) => Number(a.position) - Number(b.position));
    const created = events.filter(({ type }) => type === 'ticket.created').map((event) => event.subject_id);
    expect(new Set(created)).toEqual(words('tickets', 'id'));
    const times = events.map((event) => Number(event.at));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('shows the customers on the demo page', async () => {
    const [first] = app.deps.directory.sites();
    const page = await (await fetch(`${app.url}/demo`)).text();
    expect(first?.name).toBe('Alameda Fibra');
    expect(page).toContain(`/w/${first?.key}.js`);
  });

  it('has no dead end', async () => {
    const report = await ask('health:noDeadEnd', {});
    expect(Object.values(report)).toEqual([0, 0, 0, 0]);
    expect(printed).toContain('overdueDeadlines 0, endedWithoutOutcome 0, ticketedWithoutTicket 0, twoOpenTickets 0');
  });

  it('publishes at least eight articles in each language, translations of each other, in four categories', () => {
    for (const locale of locales) {
      const published = (rows.articles ?? []).filter((row) => row.locale === locale && row.state === 'published');
      expect(published.length).toBeGreaterThanOrEqual(8);
      const translated = published.filter(({ slug }) =>
        rows.articles?.some((other) => other.slug === slug && other.locale !== locale),
      );
      expect(translated.length).toBeGreaterThanOrEqual(8);
      expect(new Set(translated.map(({ category }) => category)).size).toBe(4);
    }
  });

  it.each([
    ['es', 'se me ha puesto roja la luz del ruter', 'Qué significan las luces del router'],
    ['es', 'me cobrais mas este mes', 'Entender tu factura'],
    ['en', 'the wifi is slow in my bedroom', 'The wifi is slow at home'],
    ['en', 'which cable goes into the wall', 'Which cable goes where: wall socket, ONT and router'],
  ])('answers in %s: %s', async (locale, query, title) => {
    const site = app.deps.directory.sites().find(({ name }) => name === 'Alameda Fibra')?.key ?? '';
    const origin = 'https://www.alamedafibra.example';
    const { body } = await callHttp(app, 'article:search', { query, locale }, { site, origin });
    expect(body.ok && body.data.hits[0]?.title).toBe(title);
  });

  it('lets each printed agent in, with a password of their own that differs from every other seed', async () => {
    const emails = [...printed.matchAll(/^ +(\S+@alameda\.example)/gm)].map(([, email = '']) => email);
    expect(emails).toHaveLength(5);
    expect(new Set(emails.map(passwordOf)).size).toBe(5);
    for (const email of emails) {
      expect(passwordOf(email)).toMatch(/^[A-Za-z0-9]{16}$/);
      expect(await signIn(app, email, passwordOf(email))).toContain('=');
    }
  });

  it('is not seeded again, neither afterwards nor while it runs', async () => {
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/^The demo cannot be made: there is an administrator already\. .*\n$/);
    const whileItRuns = await seed();
    expect(whileItRuns.code).toBe(1);
    expect(whileItRuns.stderr).toMatch(/^The demo cannot be made: Another Ventanilla process is using .*\.\n$/);
  });
});

it('leaves alone what visitors wrote before there was an administrator', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ventanilla-seed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const early = await startApp({ dataFolder: folder });
  const visitor = await aVisitor(early);
  await startChat(visitor);
  visitor.close();
  await early.close();

  const { code, stderr } = await seed(folder);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The demo cannot be made: somebody has written here already\. .*\n$/);
});
