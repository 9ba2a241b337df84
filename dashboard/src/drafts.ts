import type { FileRef } from '@ventanilla/shared/entities/file';
import type { WritingKind } from './model/outbox.ts';
import { recall, remember, rememberedNames } from './remembered.ts';

/** What an agent is writing in one conversation. `seenSeq`: the last entry on the screen when it was begun (CV6). */
export interface Draft {
  kind: WritingKind;
  body: string;
  seenSeq: number;
}

/** Of whomever: who was signed out against their will finds it again when they come back. */
export function isUnsentName(name: string): boolean {
  return /^(outbox|draft|draft-files|draft-article):/.test(name);
}

export const noDraft: Draft = { kind: 'message', body: '', seenSeq: 0 };

/** How the names of everything this agent has not sent begin. */
export function outboxNames(agentId: string): string {
  return `outbox:${agentId}:`;
}

function draftNames(agentId: string): string {
  return `draft:${agentId}:`;
}

function nameOf(agentId: string, conversationId: string): string {
  return draftNames(agentId) + conversationId;
}

export function draftOf(agentId: string, conversationId: string): Draft {
  try {
    return { ...noDraft, ...(JSON.parse(recall(nameOf(agentId, conversationId))) as Partial<Draft>) };
  } catch {
    return noDraft;
  }
}

export function keepDraft(agentId: string, conversationId: string, draft: Draft): void {
  remember(nameOf(agentId, conversationId), draft.body === '' ? '' : JSON.stringify(draft));
}

function fileNames(agentId: string): string {
  return `draft-files:${agentId}:`;
}

/** How the names of what this agent writes in articles and could not store begin. */
export function articleNames(agentId: string): string {
  return `draft-article:${agentId}:`;
}

/** What is on the server already and goes with the next message of this conversation. */
export function filesOf(agentId: string, conversationId: string): FileRef[] {
  try {
    return JSON.parse(recall(fileNames(agentId) + conversationId)) as FileRef[];
  } catch {
    return [];
  }
}

export function keepFiles(agentId: string, conversationId: string, files: readonly FileRef[]): void {
  remember(fileNames(agentId) + conversationId, files.length === 0 ? '' : JSON.stringify(files));
}

/** On signing out by one's own will: the next person at this computer finds none of it. */
export function forgetWriting(agentId: string): void {
  for (const start of [draftNames(agentId), fileNames(agentId), articleNames(agentId), outboxNames(agentId)]) {
    for (const name of rememberedNames(start)) remember(name, '');
  }
}

/** How much signing out would delete: what waits to be sent, and each conversation and article in which something was begun. */
export function unsentCount(agentId: string): number {
  const begun = [draftNames(agentId), fileNames(agentId)].flatMap((start) =>
    rememberedNames(start).map((name) => name.slice(start.length)),
  );
  const others = [outboxNames(agentId), articleNames(agentId)].flatMap(rememberedNames);
  return new Set(begun).size + others.length;
}
