import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Evidence, ListDifference, View } from './evidence.ts';
import { copyOf } from './history.ts';
import type { People } from './people.ts';
import { readDoors } from './read-doors.ts';
import { isGreen, judge, type Verdict } from './verdict.ts';
import type { Browser, Tab } from './visitor.ts';
import type { Staff, World } from './world.ts';

/** Whoever has views to compare. */
export type Crowd = Pick<People, 'browsers' | 'agents'>;

/** What time can still mend: a page that has just been opened has not yet looked at what its browser keeps. The rest is as it is. */
const mayHeal = ['wrongInAView', 'viewsDiffer', 'stillWaiting', 'writtenButGone'] as const;
const lookEveryMs = 300;

/**
 * Waits until everything has arrived everywhere, for at most `settleMs`: what pages have heard by themselves. Then every
 * page, old and fresh, reads every conversation from its first line to its last, the API and the visitors' HTTP door are
 * asked for the same, and all is judged. The server runs, nobody writes, the line is whole. `allHeard` resolves when nothing
 * more can arrive: what is missing then is missing.
 */
export async function inspect(
  world: World,
  people: Crowd,
  settleMs: number,
  allHeard?: () => Promise<unknown>,
): Promise<Verdict> {
  const live = await settled(() => evidenceOf(world, people, []), settleMs, allHeard?.());
  if (!isGreen(live)) return live;
  for (const browser of people.browsers) {
    if (conversationsOf(browser).length > 0) await browser.openTab();
  }
  return settled(() => readEverything(world, people), settleMs, allHeard?.());
}

/** What is beyond mending already, before anybody waits for anything; null: nothing is. */
export async function glance(world: World, people: Crowd): Promise<Verdict | null> {
  const verdict = judge(await evidenceOf(world, people, []));
  return isFinal(verdict) ? verdict : null;
}

async function settled(
  look: () => Promise<Evidence>,
  settleMs: number,
  allHeard: Promise<unknown> = new Promise(() => {}),
): Promise<Verdict> {
  const until = performance.now() + settleMs;
  let isLast = false;
  const end = allHeard.then(() => {
    isLast = true;
  });
  for (;;) {
    // As it was before the look began: what this one sees had time to arrive.
    const isLastLook = isLast || performance.now() > until;
    const verdict = judge(await look());
    if (isFinal(verdict) || isGreen(verdict) || isLastLook) return verdict;
    await Promise.race([pause(lookEveryMs), end]);
  }
}

function isFinal({ counters }: Verdict): boolean {
  return Object.entries(counters).some(([name, n]) => n > 0 && !mayHeal.some((may) => may === name));
}

/**
 * Deadlines still come while the last of them is read, and each makes a line: what was read before is then read again by
 * the next look.
 */
async function readEverything(world: World, people: Crowd): Promise<Evidence> {
  await Promise.all(people.browsers.flatMap(({ tabs }) => tabs.map(readAll)));
  const ids = people.browsers.flatMap(conversationsOf);
  const [ofAgents, fromDoors] = await Promise.all([
    Promise.all(people.agents.map((agent) => agent.readAll(ids))),
    readDoors(world, people, ids),
  ]);
  return evidenceOf(world, people, [...ofAgents.flat(), ...fromDoors]);
}

async function readAll(tab: Tab): Promise<void> {
  for (const { id } of tab.model().conversations) await tab.readAll(id);
}

async function evidenceOf(world: World, people: Crowd, read: View[]): Promise<Evidence> {
  // Again at each look: the first word of a visitor may still have been on its way at the last one.
  for (const tab of idleTabs(people)) tab.open();
  // What is told while the database is read need not be in it.
  const history = copyOf(world.history);
  const shownByAgents = await Promise.all(people.agents.map((agent) => agent.show()));
  const tabs = people.browsers.flatMap((browser) => browser.tabs);
  const outgoing = tabs.flatMap((tab) => tab.model().outgoing);
  const unsentByAgents = shownByAgents.flatMap(({ unsent }) => unsent);
  const lists: ListDifference[] = people.browsers.flatMap(listsOf);
  for (const [index, shown] of shownByAgents.entries()) {
    const staff = world.staff[index];
    if (!shown.isOnline) lists.push({ page: staff?.name ?? '', what: 'not connected' });
    else if (staff) lists.push(...(await inboxDifferences(staff, shown.inbox)));
  }
  return {
    history,
    // Last: whatever was shown before must be in it.
    stored: await world.reader.read(),
    views: [
      ...tabs.flatMap((tab) => tab.views(read.length > 0)),
      ...shownByAgents.flatMap(({ views }) => views),
      ...read,
    ],
    lists,
    shownAsUnsent: new Set([...outgoing.map(({ clientId }) => clientId), ...unsentByAgents]),
    waiting: new Set([
      ...outgoing.filter(({ refusal }) => refusal === '').map(({ clientId }) => clientId),
      ...unsentByAgents,
    ]),
  };
}

/** A page that was opened before the first word and has not been used since has no connection (PR1). */
function idleTabs({ browsers }: Crowd): Tab[] {
  const used = browsers.filter((browser) => conversationsOf(browser).length > 0);
  return used.flatMap(({ tabs }) => tabs).filter((tab) => tab.model().link === 'idle');
}

/** Of all its tabs: what none of them knows, nobody was told of. */
function conversationsOf({ tabs }: Browser) {
  return [...new Set(tabs.flatMap((tab) => tab.model().conversations.map(({ id }) => id)))];
}

/** Tabs of one browser: connected, and of one opinion about their conversations. */
function listsOf(browser: Browser): ListDifference[] {
  if (conversationsOf(browser).length === 0) return [];
  const [first, ...others] = browser.tabs.map((tab) => ({ page: tab.name, what: listOf(tab) }));
  const offline = browser.tabs.filter((tab) => tab.model().link !== 'online');
  return [
    ...offline.map((tab) => ({ page: tab.name, what: `link ${tab.model().link}` })),
    ...others
      .filter(({ what }) => what !== first?.what)
      .map(({ page, what }) => ({ page: `${page} and ${first?.page}`, what: `${what} and ${first?.what}` })),
  ];
}

/** What can be seen of them. A note takes a version, too, and no visitor is told of it (CV5). */
function listOf(tab: Tab): string {
  return JSON.stringify(tab.model().conversations.map(({ readSeq: _, version: __, ...conversation }) => conversation));
}

/** What a page has of everything that a list tells: it may know more of what it has opened. */
function asTold(told: object, shown: object | undefined): string {
  const known: Record<string, unknown> = { ...shown };
  return JSON.stringify(Object.fromEntries(Object.keys(told).map((name) => [name, known[name]])));
}

/** DL9: the inbox of a page that lived through everything beside the one that the server gives now. */
async function inboxDifferences(
  { name, call }: Staff,
  inbox: { id: string; version: number; lastSeq: number; state: string }[],
): Promise<ListDifference[]> {
  const { conversations } = await call('inbox:open', {});
  const shown = new Map(inbox.map((conversation) => [conversation.id, conversation]));
  const fresh = new Set<string>(conversations.map(({ id }) => id));
  // What has ended stays on the page until it is opened anew; what has not is in a fresh inbox, or the page is behind.
  const gone = inbox.filter(({ id, state }) => state !== 'ended' && !fresh.has(id));
  return [
    ...conversations
      .filter((one) => JSON.stringify(one) !== asTold(one, shown.get(one.id)))
      .map((one) => ({ page: name, what: JSON.stringify({ fresh: one, shown: shown.get(one.id) }) })),
    ...gone.map((one) => ({ page: name, what: JSON.stringify({ fresh: null, shown: one }) })),
  ];
}
