import type { Deps } from '../deps.ts';
import { agentKeys, type SiteKey, sites, timeZone } from './company.ts';
import type { DemoClock } from './demo-clock.ts';
import { libraryActs, searchInVain } from './fill-library.ts';
import { type Company, openCompany } from './open-company.ts';
import { endings } from './stories/endings.ts';
import { followUps } from './stories/follow-ups.ts';
import { innerStories } from './stories/inner.ts';
import { live } from './stories/live.ts';
import { paused } from './stories/paused.ts';
import { solved } from './stories/solved.ts';
import { waiting } from './stories/waiting.ts';
import { daysAgo } from './story.ts';
import { comeIn, goOut, storyActs } from './tell-stories.ts';
import { type Act, playActs } from './timeline.ts';
import { openVisitors } from './visitors.ts';

const dayMs = 24 * 60 * 60_000;
/** How long ago the company began. */
export const demoAgeMs = 45 * dayMs;
/** On these nights nobody is at the desk between two and six; later nights could be this very moment. */
const emptyNights = Array.from({ length: 27 }, (_, index) => index + 4);

export const stories = [...solved, ...endings, ...innerStories, ...paused, ...followUps, ...waiting, ...live];

/** Tells the company's last weeks up to `now`, by the product's own actions and rules, so that all of it could have happened. */
export async function makeDemo(deps: Deps, clock: DemoClock, setupLink: string, now: number): Promise<Company> {
  const company = await openCompany(deps, clock, setupLink);
  const desk = agentKeys.map((key) => company.agents[key]);
  for (const agent of desk) await comeIn(deps, agent);
  const visitors = openVisitors(deps, company);
  const nights = emptyNights.flatMap((days): Act[] => [
    {
      at: daysAgo(days, '02:00')(now, timeZone),
      async run() {
        for (const agent of desk) await goOut(deps, agent);
      },
    },
    {
      at: daysAgo(days, '06:00')(now, timeZone),
      async run() {
        for (const agent of desk) await comeIn(deps, agent);
      },
    },
  ]);
  const acts = [
    ...libraryActs(deps, company, now),
    ...nights,
    ...stories.flatMap((story) => storyActs(deps, company, visitors, story, now)),
  ];
  await playActs(deps, clock, acts, now);
  await searchInVain(deps, company);
  await showTags(deps, company);
  return company;
}

/** The company's own pages carry the tag. */
async function showTags({ sightings }: Deps, company: Company): Promise<void> {
  for (const [key, siteId] of Object.entries(company.sites)) {
    for (const origin of sites[key as SiteKey].origins) {
      for (const as of ['loaded', 'reached'] as const) sightings.note(siteId, new URL(origin).host, { as });
    }
  }
  await sightings.settleAll();
}
