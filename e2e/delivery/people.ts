import { setTimeout as pause } from 'node:timers/promises';
import { type Agent, openAgent } from './agent.ts';
import { absences, type Browser, openBrowser, type Tab } from './visitor.ts';
import type { World } from './world.ts';

export interface PeopleOptions {
  visitors: number;
  tabs: number;
  /** Longest pause between two messages of a tab, ms. */
  pauseMs: number;
  /** Begins the names, so that no two laps write the same. */
  prefix: string;
}

/** Everybody who writes during a lap, until they are told to rest. */
export interface People {
  browsers: Browser[];
  agents: Agent[];
  crashes: number;
  /** How often a tab was hidden, frozen or without a network for a while. */
  absences: number;
  /** Some page, a visitor's or an agent's, goes away and comes back. */
  crashSome(): Promise<void>;
  /** Some visitor looks at something else for a while. */
  sendSomeAway(): void;
  /** Nothing new is written from now on. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** As many as one tab leaves unsent before it waits. */
const mostUnsent = 8;
const mostConversations = 3;
const longestAbsenceMs = 4_000;

export async function gather(world: World, options: PeopleOptions): Promise<People> {
  const { chance, history } = world;
  const { prefix, pauseMs } = options;
  let isResting = false;
  let written = 0;
  const busy = new Set<Promise<void>>();

  const browsers = Array.from({ length: options.visitors }, (_, index) =>
    openBrowser({ ...world, name: `${prefix}v${index}` }),
  );
  const agents = world.staff.map(({ name, door }, index) =>
    openAgent({ name: `${prefix}${name}`, door, seed: chance(1e6) + index, pauseMs, breakage: '', history }),
  );

  function words(): string {
    written += 1;
    const filler = chance(40) === 0 ? '¿sigue ahí? '.repeat(chance(200)) : 'ñandú '.repeat(chance(8));
    return `${prefix}${written} ${filler}`.trim();
  }

  function use(browser: Browser, tab: Tab): void {
    const life = live(browser, tab).finally(() => busy.delete(life));
    busy.add(life);
  }

  async function live(browser: Browser, tab: Tab): Promise<void> {
    while (!isResting) {
      await pause(chance(pauseMs));
      if (!browser.tabs.includes(tab)) return;
      const key = keyFor(browser, tab);
      if (key === '' || tab.isAway() || tab.model().outgoing.length >= mostUnsent) continue;
      tab.watch(key);
      await tab.write(key, words());
      const [conversation] = tab.model().conversations;
      if (conversation && chance(60) === 0) void tab.askTicket(conversation.id);
    }
  }

  /** The conversation that a tab writes in next; '' while it waits for the first tab to begin one. */
  function keyFor(browser: Browser, tab: Tab): string {
    const { conversations, outgoing } = tab.model();
    const unsent = outgoing.find(({ conversationId }) => conversationId === '')?.startId;
    if (unsent) return unsent;
    if (conversations.length === 0) return tab === browser.tabs[0] ? tab.begin() : '';
    if (conversations.length < mostConversations && chance(100) === 0) return tab.begin();
    return conversations[chance(4) === 0 ? chance(conversations.length) : 0]?.id ?? '';
  }

  async function reopen(browser: Browser, tab: Tab): Promise<void> {
    people.crashes += 1;
    browser.crash(tab);
    use(browser, await browser.openTab());
  }

  let crashing: Promise<void> = Promise.resolve();

  async function crashOne(): Promise<void> {
    const browser = browsers[chance(browsers.length)];
    const tab = browser?.tabs[chance(browser.tabs.length)];
    if (browser && tab && !isResting) await reopen(browser, tab);
    const agent = agents[chance(agents.length)];
    if (agent && chance(6) === 0 && !isResting) {
      people.crashes += 1;
      await agent.crash();
    }
  }

  const people: People = {
    browsers,
    agents,
    crashes: 0,
    absences: 0,
    sendSomeAway() {
      const browser = browsers[chance(browsers.length)];
      const tab = browser?.tabs[chance(browser.tabs.length)];
      const how = absences[chance(absences.length)];
      if (!tab || !how || isResting || tab.isAway()) return;
      people.absences += 1;
      const absence = tab.goAway(how, pause(100 + chance(longestAbsenceMs))).finally(() => busy.delete(absence));
      busy.add(absence);
    },
    async crashSome() {
      // One at a time, and none is left under way when everybody rests.
      crashing = crashing.then(crashOne);
      await crashing;
    },
    async rest() {
      isResting = true;
      await crashing;
      for (const agent of agents) agent.rest();
      await Promise.all(busy);
    },
    async close() {
      for (const browser of browsers) for (const tab of [...browser.tabs]) browser.crash(tab);
      await Promise.all(agents.map((agent) => agent.close()));
    },
  };

  for (const browser of browsers) {
    for (let tab = 0; tab < options.tabs; tab++) use(browser, await browser.openTab());
  }
  return people;
}
