import { batch } from '@preact/signals';
import { openInbox } from '@ventanilla/shared/state/inbox';
import { furthestPosition } from '@ventanilla/shared/state/rows';
import { nowMs } from './clock.ts';
import { type Answer, type Failure, isPassing } from './connection/failure.ts';
import { post } from './connection/http.ts';
import { openConversation } from './conversations.ts';
import * as desk from './desk.ts';
import { forgetWriting } from './drafts.ts';
import { followAgent } from './language.ts';
import { call, useConnection } from './live.ts';
import { directoryOf } from './model/directory.ts';
import { newsFor } from './news.ts';
import { changeTickets, listTickets, openTicket } from './tickets.ts';
import { keepOutbox, sendWaiting } from './writing.ts';

const retryMs = 2_000;

let stopKeeping: (() => void) | null = null;
let isStarting = false;
/** Counts connects: what belongs to an earlier one no longer matters. */
let visit = 0;

/** Tries to enter with whatever session the browser has; without one the phase becomes `signedOut`. */
export async function startSession(): Promise<void> {
  if (isStarting) return;
  isStarting = true;
  desk.phase.value = { kind: 'opening' };
  const { connect } = await import('./connection/socket.ts');
  useConnection(
    connect({
      onOnline: () => void enter(++visit),
      onOffline: () => {
        if (desk.offlineSince.value === 0) desk.offlineSince.value = nowMs();
      },
      onRefused: refuse,
      events: newsFor(endSession),
    }),
  );
}

export async function signIn(email: string, password: string): Promise<Answer<unknown>> {
  const answer = await post('/api/auth/sign-in/email', { email, password });
  if (answer.ok) await startSession();
  return answer;
}

/** Acknowledged by the server first; what this agent wrote and did not send is forgotten with it. */
export async function signOut(): Promise<Answer<unknown>> {
  // The socket tells of the end before this is answered, and then nobody knows any more who it was.
  const agentId = desk.agentId.value;
  const answer = await post('/api/auth/sign-out', {});
  if (!answer.ok) return answer;
  endSession(null);
  forgetWriting(agentId);
  return answer;
}

/** The session is over, by the reader's will (`null`) or the server's. Drafts stay for when they come back. */
function endSession(failure: Failure | null): void {
  useConnection(null);
  visit++;
  isStarting = false;
  stopKeeping?.();
  stopKeeping = null;
  const agentId = desk.agentId.value;
  batch(() => {
    desk.clearDesk();
    desk.phase.value = { kind: 'signedOut', failure, agentId };
  });
}

function refuse(failure: Failure): void {
  if (failure.code !== 'unauthenticated') desk.phase.value = { kind: 'refused', failure };
  else endSession(desk.phase.value.kind === 'open' ? failure : null);
}

/** After every connect: what has changed meanwhile, or snapshots in its place, and then what waits goes out (DL9). */
async function enter(thisVisit: number): Promise<void> {
  const { rows } = desk.inbox.value;
  const heardPosition = furthestPosition(rows);
  const [session, inbox] = await Promise.all([
    call('session:open', {}),
    call('inbox:open', { afterPosition: rows.position }),
  ]);
  if (thisVisit !== visit) return;
  if (!session.ok) return turnedAway(session.error, thisVisit);
  if (!inbox.ok) return turnedAway(inbox.error, thisVisit);
  // A server that is behind what we know was restored from a backup: nothing that is here is sure to be so any more. Drafts
  // and the outbox are in the browser's storage.
  if (inbox.data.position < heardPosition) return location.reload();
  const { agent, agents, sites, groups, publicUrl } = session.data;
  await followAgent(agent.locale);
  if (thisVisit !== visit) return;
  batch(() => {
    desk.agents.value = directoryOf([...agents, agent]);
    desk.sites.value = directoryOf(sites);
    desk.groups.value = groups;
    desk.publicUrl.value = publicUrl;
    desk.inbox.value = openInbox(desk.inbox.value, inbox.data);
    if (inbox.data.isSnapshot) desk.isInboxTruncated.value = inbox.data.isTruncated;
    changeTickets(
      inbox.data.conversations.flatMap(({ ticket }) => ticket ?? []),
      inbox.data.position,
    );
    desk.offlineSince.value = 0;
    if (desk.agentId.value !== agent.id) {
      desk.agentId.value = agent.id;
      stopKeeping?.();
      stopKeeping = keepOutbox(agent.id);
    }
    desk.phase.value = { kind: 'open' };
  });
  reopenScreens(inbox.data.isSnapshot);
  sendWaiting();
}

/** A server that cannot answer just now is asked again; a lost connection comes back as another visit. */
function turnedAway(failure: Failure, thisVisit: number): void {
  if (!isPassing(failure)) refuse(failure);
  else setTimeout(() => thisVisit === visit && void enter(thisVisit), retryMs);
}

function reopenScreens(isSnapshot: boolean): void {
  const { opened, openedTicket, shownTickets } = desk;
  if (openedTicket.value) void openTicket(openedTicket.value.number);
  else if (opened.value) void openConversation(opened.value.id);
  const shown = shownTickets.value;
  if (shown && (isSnapshot || !shown.list.shown)) void listTickets(shown.filter);
}
