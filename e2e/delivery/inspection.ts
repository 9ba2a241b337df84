import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { AgentEntry } from '@ventanilla/shared/entities/entry';
import type { ConversationId } from '@ventanilla/shared/ids';
import type { Evidence, ListDifference, View } from './evidence.ts';
import { copyOf } from './history.ts';
import type { People } from './people.ts';
import { isGreen, judge, type Verdict } from './verdict.ts';
import type { Browser, Tab } from './visitor.ts';
import type { Staff, World } from './world.ts';

/** What time can still mend: a page that has just been opened has not yet looked at what its browser keeps. The rest is as it is. */
const mayHeal = ['wrongInAView', 'viewsDiffer', 'stillWaiting', 'writtenButGone'] as const;
const lookEveryMs = 150;

/**
 * Waits until everything has arrived everywhere, for at most `settleMs`, then opens a fresh page for each visitor, asks the
 * API, and judges. The server runs, nobody writes, the line is whole.
 */
export async function inspect(world: World, people: People, settleMs: number): Promise<Verdict> {
  const live = await settled(() => evidenceOf(world, people, []), settleMs);
  if (!isGreen(live)) return live;
  for (const browser of people.browsers) await openFresh(browser);
  const fromApi = await readApi(world, people);
  return settled(() => evidenceOf(world, people, fromApi), settleMs);
}

async function settled(look: () => Promise<Evidence>, settleMs: number): Promise<Verdict> {
  const until = performance.now() + settleMs;
  for (;;) {
    const verdict = judge(await look());
    const { counters } = verdict;
    const isFinal = Object.entries(counters).some(([name, n]) => n > 0 && !mayHeal.some((may) => may === name));
    if (isFinal || isGreen(verdict) || performance.now() > until) return verdict;
    await pause(lookEveryMs);
  }
}

async function evidenceOf(world: World, people: People, fromApi: View[]): Promise<Evidence> {
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
    views: [...tabs.flatMap((tab) => tab.views()), ...shownByAgents.flatMap(({ views }) => views), ...fromApi],
    lists,
    shownAsUnsent: new Set([...outgoing.map(({ clientId }) => clientId), ...unsentByAgents]),
    waiting: new Set([
      ...outgoing.filter(({ refusal }) => refusal === '').map(({ clientId }) => clientId),
      ...unsentByAgents,
    ]),
  };
}

/**
 * Tabs of one browser: connected, and of one opinion about their conversations. One that was opened before the first word
 * and has not been used since has no connection (PR1) and shows nothing; it connects when somebody opens its panel.
 */
function listsOf({ tabs }: Browser): ListDifference[] {
  const used = tabs.filter((tab) => tab.model().link !== 'idle');
  const [first, ...others] = used.map((tab) => ({ page: tab.name, what: conversationsOf(tab) }));
  const offline = used.filter((tab) => tab.model().link !== 'online');
  return [
    ...offline.map((tab) => ({ page: tab.name, what: `link ${tab.model().link}` })),
    ...others.filter(({ what }) => what !== first?.what),
  ];
}

function conversationsOf(tab: Tab): string {
  return JSON.stringify(tab.model().conversations.map(({ readSeq: _, ...conversation }) => conversation));
}

/** DL9: the inbox of a page that lived through everything beside the one that the server gives now. */
async function inboxDifferences(
  { name, call }: Staff,
  inbox: { id: string; version: number; lastSeq: number }[],
): Promise<ListDifference[]> {
  const shown = new Map(inbox.map((conversation) => [conversation.id, conversation]));
  const { conversations } = await call('inbox:open', {});
  return conversations
    .filter((fresh) => JSON.stringify(fresh) !== JSON.stringify(shown.get(fresh.id)))
    .map((fresh) => ({ page: name, what: JSON.stringify({ fresh, shown: shown.get(fresh.id) }) }));
}

/** A page that was not there before, looking at every conversation once. */
async function openFresh(browser: Browser): Promise<void> {
  const known = browser.tabs[0]?.model().conversations ?? [];
  if (known.length === 0) return;
  const tab = await browser.openTab();
  for (const { id, lastSeq } of known) {
    tab.watch(id);
    for (let looks = 0; looks < 100 && (tab.model().threads[id]?.entries.at(-1)?.seq ?? 0) < lastSeq; looks++) {
      await pause(20);
    }
  }
}

/** Every conversation of the lap from its first line to its last, as the agents' API pages it. */
async function readApi({ staff: [reader], reader: database }: World, people: People): Promise<View[]> {
  if (!reader) return [];
  const ofLap = new Set(people.browsers.flatMap(({ tabs }) => tabs.flatMap((tab) => idsOf(tab))));
  const { conversations } = await database.read();
  const views: View[] = [];
  for (const { id } of conversations.filter((one) => ofLap.has(one.id as ConversationId))) {
    views.push({
      page: 'API',
      conversationId: id,
      stream: 'agents',
      lines: await readAll(reader, id as ConversationId),
    });
  }
  return views;
}

const idsOf = (tab: Tab) => tab.model().conversations.map(({ id }) => id);

async function readAll({ call }: Staff, conversationId: ConversationId): Promise<View['lines']> {
  let entries: AgentEntry[] = [];
  for (;;) {
    const beforeSeq = entries[0]?.seq ?? 0;
    const page = beforeSeq === 0 ? { afterSeq: 0 } : { beforeSeq };
    const answer = await call('entry:list', { conversationId, ...page });
    if (answer.entries.length === 0) break;
    entries = [...answer.entries, ...entries];
    if (entries[0]?.seq === 1) break;
  }
  return entries.map(({ seq, id, body }) => ({ seq, id, body }));
}
