import type { ConversationId } from '@ventanilla/shared/ids';
import { type Caller, callerWith } from '../fixtures/desk.ts';
import type { View } from './evidence.ts';
import type { People } from './people.ts';
import type { Browser } from './visitor.ts';
import type { World } from './world.ts';

type Lines = View['lines'];

/** Every conversation from its first line to its last, as the agents' API pages it, and as each visitor's HTTP door does. */
export async function readDoors(
  world: World,
  { browsers }: Pick<People, 'browsers'>,
  ids: ConversationId[],
): Promise<View[]> {
  const views: View[] = [];
  const [agent] = world.staff;
  for (const conversationId of agent ? ids : []) {
    const lines = agent ? await pagesOfAgent(agent.call, conversationId) : [];
    views.push({ page: 'API', conversationId, stream: 'agents', isWhole: true, lines });
  }
  for (const browser of browsers) views.push(...(await readVisitorsDoor(world, browser)));
  return views;
}

/** What the server lists for this visitor, whatever their pages know of. */
async function readVisitorsDoor({ base, site }: World, { name, tabs: [tab] }: Browser): Promise<View[]> {
  if (!tab || tab.model().conversations.length === 0) return [];
  const { call } = callerWith(base, { authorization: `Bearer ${await tab.token()}` }, site);
  const views: View[] = [];
  for (const { id } of (await call('conversation:list', {})).conversations) {
    const lines = await pagesOfVisitor(call, id);
    views.push({ page: `${name} over HTTP`, conversationId: id, stream: 'public', isWhole: true, lines });
  }
  return views;
}

function pagesOfAgent(call: Caller['call'], conversationId: ConversationId): Promise<Lines> {
  return fromLastToFirst(
    async (beforeSeq) => (await call('entry:list', { conversationId, afterSeq: 0, beforeSeq })).entries,
  );
}

function pagesOfVisitor(call: Caller['call'], conversationId: ConversationId): Promise<Lines> {
  return fromLastToFirst(
    async (beforeSeq) => (await call('conversation:sync', { conversationId, afterSeq: 0, beforeSeq })).entries,
  );
}

/** `read` answers the page that ends before a line; before 0: the last page. */
async function fromLastToFirst(read: (beforeSeq: number) => Promise<Lines>): Promise<Lines> {
  const lines: Lines = [];
  for (let page = await read(0); page.length > 0; page = await read(lines[0]?.seq ?? 0)) {
    lines.unshift(...page.map(({ seq, id, body }) => ({ seq, id, body })));
    if (lines[0]?.seq === 1) break;
  }
  return lines;
}
