import type { AgentId, SiteId } from '@ventanilla/shared/ids';
import type { AgentEvents } from '@ventanilla/shared/wire/agent';
import type { VisitorEvents } from '@ventanilla/shared/wire/visitor';
import type { Namespace } from 'socket.io';
import type { Deps } from '../../deps.ts';
import type { DirectoryAgent } from '../../directory.ts';
import { type Appended, concernsVisitor, type Happening } from '../../lib/bus.ts';
import { faultOf } from '../../lib/logger.ts';
import { presentAgent } from '../present/agent.ts';
import { type InboxFacts, presentSummary, presentVisitorConversation } from '../present/conversation.ts';
import { presentAgentEntry, presentVisitorEntry } from '../present/entry.ts';
import { presentSite } from '../present/site.ts';
import { presentTicket } from '../present/ticket.ts';
import { createRecentFacts } from './recent-facts.ts';
import { siteRoom, visitorRooms } from './rooms.ts';

export type VisitorNamespace = Namespace<Record<string, never>, VisitorEvents>;
export type AgentNamespace = Namespace<Record<string, never>, AgentEvents>;

/** Tells what was committed to those who may read it, and to nobody else. */
export function startBroadcast(deps: Deps, visitors: VisitorNamespace, agents: AgentNamespace): () => void {
  const { directory } = deps;
  const facts = createRecentFacts(deps);

  function toVisitor(result: Appended): void {
    if (!concernsVisitor(result)) return;
    const { conversation, entries } = result;
    const room = visitors.to(visitorRooms(conversation));
    for (const row of entries) {
      const entry = presentVisitorEntry(directory, row);
      if (entry) room.emit('entry:added', { conversationId: conversation.id, entry });
    }
    room.emit('conversation:changed', {
      conversation: presentVisitorConversation(deps, conversation),
    });
  }

  function toAgents(result: Appended, known: InboxFacts): void {
    const { conversation, entries, events, ticket } = result;
    const position = Math.max(0, ...entries.map((row) => row.position), ...events.map((row) => row.position));
    const room = agents.to(siteRoom(conversation.siteId));
    for (const row of entries) {
      room.emit('entry:added', { conversationId: conversation.id, entry: presentAgentEntry(directory, row), position });
    }
    room.emit('conversation:changed', { conversation: presentSummary(directory, conversation, known), position });
    if (ticket) room.emit('ticket:changed', { ticket: presentTicket(directory, ticket, known.requester), position });
  }

  function appended(result: Appended): void {
    toVisitor(result);
    const known = facts.after(result);
    if (known) toAgents(result, known);
    else void loadAndTell(result);
  }

  async function loadAndTell(result: Appended): Promise<void> {
    try {
      const loaded = await facts.load(result.conversation.id);
      if (loaded) toAgents(result, loaded);
    } catch (error) {
      deps.log.error({ fault: faultOf(error) }, 'agents were not told; they catch up by position');
    }
  }

  function read({ by, conversation, seq }: Extract<Happening, { type: 'read' }>): void {
    const { id: conversationId, siteId, visitorReadSeq, agentReadSeq } = conversation;
    const marks = by === 'agent' ? { agentReadSeq: seq, readSeq: visitorReadSeq } : { agentReadSeq, readSeq: seq };
    visitors.to(visitorRooms(conversation)).emit('conversation:read', { conversationId, ...marks });
    if (by === 'visitor')
      agents.to(siteRoom(siteId)).emit('conversation:read', { conversationId, visitorReadSeq: seq });
  }

  /** Whoever has no site has no colleagues; to no room would mean to everybody. */
  function toColleagues({ siteIds }: DirectoryAgent, tell: (room: ReturnType<AgentNamespace['to']>) => void): void {
    if (siteIds.length > 0) tell(agents.to(siteIds.map(siteRoom)));
  }

  function typing({ conversation, by, isTyping }: Extract<Happening, { type: 'typing' }>): void {
    const { id: conversationId, siteId } = conversation;
    if (by.kind === 'agent') {
      visitors.to(visitorRooms(conversation)).emit('typing:changed', { conversationId, authorName: by.name, isTyping });
    }
    agents.to(siteRoom(siteId)).emit('typing:changed', { conversationId, authorId: by.id, isTyping });
  }

  function queueMoved(moved: Extract<Happening, { type: 'queueMoved' }>): void {
    const { conversationId, place, waitMs } = moved;
    visitors.to(visitorRooms(moved)).emit('queue:moved', { conversationId, place, waitMs });
  }

  function agentChanged(id: AgentId): void {
    const agent = directory.agent(id);
    if (agent) toColleagues(agent, (room) => room.emit('agent:changed', { agent: presentAgent(deps, agent) }));
  }

  function agentRemoved(agentId: AgentId): void {
    const agent = directory.agent(agentId);
    if (agent) toColleagues(agent, (room) => room.emit('agent:removed', { agentId }));
  }

  function siteChanged(id: SiteId): void {
    const site = directory.site(id);
    if (site) agents.to(siteRoom(id)).emit('site:changed', { site: presentSite(site) });
  }

  function hear(happening: Happening): void {
    if (happening.type === 'appended') appended(happening.result);
    else if (happening.type === 'read') read(happening);
    else if (happening.type === 'typing') typing(happening);
    else if (happening.type === 'queueMoved') queueMoved(happening);
    else if (happening.type === 'requesterChanged') facts.forgetRequester(happening.requesterId);
    else if (happening.type === 'agentChanged') agentChanged(happening.agentId);
    else if (happening.type === 'agentRemoved') agentRemoved(happening.agentId);
    else if (happening.type === 'siteChanged') siteChanged(happening.siteId);
  }

  return deps.bus.subscribe(hear);
}
