import type { ConversationId } from '@ventanilla/shared/ids';
import type { AgentCaller, VisitorCaller } from '../actions/caller.ts';
import { confirmConversation } from '../actions/conversation/confirm-conversation.ts';
import { discardConversation } from '../actions/conversation/discard-conversation.ts';
import { endConversation } from '../actions/conversation/end-conversation.ts';
import { handOverConversation } from '../actions/conversation/hand-over-conversation.ts';
import { rateConversation } from '../actions/conversation/rate-conversation.ts';
import { restoreConversation } from '../actions/conversation/restore-conversation.ts';
import { start } from '../actions/conversation/start-conversation.ts';
import { takeConversation } from '../actions/conversation/take-conversation.ts';
import { withdrawConversation } from '../actions/conversation/withdraw-conversation.ts';
import { readEntry } from '../actions/entry/read-entry.ts';
import { uploadFile } from '../actions/file/upload-file.ts';
import { readMessage } from '../actions/message/read-message.ts';
import { reply } from '../actions/message/reply.ts';
import { sendMessage } from '../actions/message/send-message.ts';
import { addNote } from '../actions/note/add-note.ts';
import { agentPresenceChanged, visitorPresenceChanged } from '../actions/presence/presence-changed.ts';
import { askTicket } from '../actions/ticket/ask-ticket.ts';
import { createTicket } from '../actions/ticket/create-ticket.ts';
import { setTicketStatus } from '../actions/ticket/set-ticket-status.ts';
import { triageTicket } from '../actions/ticket/triage-ticket.ts';
import type { Deps } from '../deps.ts';
import { type AgentKey, pages, sites, timeZone } from './company.ts';
import type { Company } from './open-company.ts';
import { sampleFile } from './sample-files.ts';
import type { Deed, Line, Story } from './story.ts';
import type { Act } from './timeline.ts';
import type { Visitors } from './visitors.ts';

const minuteMs = 60_000;
const words = { fileIds: [] };

/** A conversation that has begun. */
interface Told {
  conversationId: ConversationId;
  visitor: VisitorCaller;
}

/** What everybody in a story does, each at its time. */
export function storyActs(deps: Deps, company: Company, visitors: Visitors, story: Story, now: number): Act[] {
  let at = story.at(now, timeZone);
  let told: Told | null = null;
  return story.lines.map(([after, who, what], index) => {
    at += after * minuteMs;
    return {
      at,
      async run() {
        told ??= await begin(deps, company, visitors, story, what);
        if (index > 0) await act(deps, company, told, [after, who, what]);
      },
    };
  });
}

async function begin(deps: Deps, company: Company, visitors: Visitors, story: Story, body: Line[2]): Promise<Told> {
  if (typeof body !== 'string') throw new Error('a story begins with words');
  const { caller: visitor, browser } = await visitors.open(story);
  deps.presence.opened(visitor.visitorId);
  const { conversation } = await start(deps, visitor, {
    ...words,
    startId: newClientId(deps),
    clientId: newClientId(deps),
    body,
    locale: story.locale,
    context: {
      ...browser,
      pageUrl: `${sites[story.site].origins[0]}${pages[story.page].path}`,
      pageTitle: pages[story.page].title[story.locale],
      referrer: `${sites[story.site].origins[0]}/`,
      language: { es: 'es-ES', en: 'en-GB' }[story.locale],
      timeZone,
      attributes: {},
    },
  });
  if (conversation.siteId !== company.sites[story.site]) throw new Error('a story began on another site');
  return { conversationId: conversation.id, visitor };
}

async function act(deps: Deps, company: Company, told: Told, [, who, what]: Line): Promise<void> {
  if (who === 'visitor') await visitorActs(deps, told, what);
  else await agentActs(deps, company, told, who, what);
}

async function visitorActs(deps: Deps, told: Told, what: string | Deed): Promise<void> {
  const { conversationId, visitor } = told;
  await readMessage(deps, visitor, { conversationId, seq: Number.MAX_SAFE_INTEGER });
  const said = { ...words, conversationId, clientId: newClientId(deps) };
  if (typeof what === 'string') {
    const { conversation } = await sendMessage(deps, visitor, { ...said, body: what });
    // After a closed ticket the story goes on in the one that follows.
    told.conversationId = conversation.id;
    return;
  }
  switch (what.does) {
    case 'sendFile':
      await sendMessage(deps, visitor, {
        ...said,
        body: what.words,
        fileIds: [await upload(deps, visitor, what.file)],
      });
      return;
    case 'confirm':
      await confirmConversation(deps, visitor, { conversationId, isSolved: what.isSolved });
      return;
    case 'rate':
      await rateConversation(deps, visitor, { conversationId, rating: what.rating, comment: what.comment });
      return;
    case 'askForTicket':
      await askTicket(deps, visitor, { conversationId });
      return;
    case 'withdraw':
      await withdrawConversation(deps, visitor, { conversationId });
      return;
    case 'goAway':
      deps.presence.closed(visitor.visitorId);
      await visitorPresenceChanged(deps, visitor);
      return;
    default:
      throw new Error(`a visitor cannot ${what.does}`);
  }
}

async function agentActs(
  deps: Deps,
  company: Company,
  { conversationId }: Told,
  key: AgentKey,
  what: string | Deed,
): Promise<void> {
  const agent = company.agents[key];
  await comeIn(deps, agent);
  if (typeof what === 'string') return answer(deps, agent, conversationId, what);
  const said = { ...words, conversationId, clientId: newClientId(deps) };
  switch (what.does) {
    case 'note':
      await addNote(deps, agent, { ...said, body: what.words });
      return;
    case 'sendFile':
      return answer(deps, agent, conversationId, what.words, what.file);
    case 'setStatus':
      await setTicketStatus(deps, agent, { conversationId, status: what.status });
      return;
    case 'triage': {
      const head = await deps.store.conversations.byId(conversationId);
      const version = head?.ticket?.version ?? 0;
      await triageTicket(deps, agent, { conversationId, version, ...what.change });
      return;
    }
    case 'discard':
      await discardConversation(deps, agent, { conversationId, reason: what.reason });
      return;
    case 'handOver':
      await handOverConversation(deps, agent, { conversationId, toAgentId: company.agents[what.to].agentId });
      return;
    case 'take':
      await takeConversation(deps, agent, { conversationId });
      return;
    case 'makeTicket':
      await createTicket(deps, agent, { conversationId });
      return;
    case 'end':
      await endConversation(deps, agent, { conversationId });
      return;
    case 'restore':
      await restoreConversation(deps, agent, { conversationId });
      return;
    case 'goAway':
      return goOut(deps, agent);
    default:
      throw new Error(`an agent cannot ${what.does}`);
  }
}

/** Takes what nobody has, reads it, answers. */
async function answer(
  deps: Deps,
  agent: AgentCaller,
  conversationId: ConversationId,
  body: string,
  file?: string,
): Promise<void> {
  const before = await deps.store.conversations.byId(conversationId);
  if (before?.state === 'queued') await takeConversation(deps, agent, { conversationId });
  const seenSeq = (await deps.store.conversations.byId(conversationId))?.lastSeq ?? 0;
  await readEntry(deps, agent, { conversationId, seq: seenSeq });
  const fileIds = file ? [await upload(deps, agent, file, before?.siteId)] : [];
  const written = await reply(deps, agent, { conversationId, clientId: newClientId(deps), body, fileIds, seenSeq });
  if ('newer' in written) throw new Error('somebody else has answered in between');
}

export async function comeIn(deps: Deps, { agentId }: AgentCaller): Promise<void> {
  if (deps.presence.isConnected(agentId)) return;
  deps.presence.opened(agentId);
  await agentPresenceChanged(deps, agentId);
}

export async function goOut(deps: Deps, { agentId }: AgentCaller): Promise<void> {
  if (!deps.presence.isConnected(agentId)) return;
  deps.presence.closed(agentId);
  await agentPresenceChanged(deps, agentId);
}

async function upload(
  deps: Deps,
  caller: VisitorCaller | AgentCaller,
  name: string,
  siteId = caller.kind === 'visitor' ? caller.siteId : undefined,
) {
  if (!siteId) throw new Error('a file needs its site');
  const bytes = sampleFile(name);
  const stream = (async function* () {
    yield bytes;
  })();
  return (await uploadFile(deps, caller, { siteId, name, declaredBytes: bytes.byteLength, bytes: stream })).id;
}

/** A bare UUIDv7, as clients make them. */
function newClientId({ ids }: Deps): string {
  return ids.next('entry').slice('ent_'.length);
}
