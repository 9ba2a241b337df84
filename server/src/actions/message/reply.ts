import { limits } from '@ventanilla/shared/limits';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { reply as replyRule } from '../../domain/conversation/agent-acts.ts';
import type { EntryRow } from '../../domain/rows.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { agentAppend } from '../conversation/agent-append.ts';
import type { Written } from '../conversation/append.ts';

/** CV6: another agent (or, in an asynchronous conversation, the visitor) wrote after what the author had seen. */
export interface ReplyConflict {
  newer: EntryRow[];
}

/** The author confirms by sending again with a later `seenSeq`. */
export async function reply(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'message:reply'>,
): Promise<Written | ReplyConflict> {
  const { clientId, body, fileIds } = data;
  const words = { clientId, kind: 'message', body, fileIds } as const;
  try {
    return await agentAppend(deps, caller, data.conversationId, words, (head, agent, situation) =>
      replyRule(head, body, data.seenSeq, agent, situation),
    );
  } catch (error) {
    const isNewerReply = error instanceof AppError && error.code === 'conflict' && !error.details.clientId;
    if (!isNewerReply) throw error;
    const newer = await deps.store.entries.after(data.conversationId, data.seenSeq, limits.entriesPerPage);
    const last = newer.at(-1);
    const isWord = ({ kind, authorId }: EntryRow) => kind === 'message' && authorId !== caller.agentId;
    // Notes and system lines are nothing that an answer could miss.
    return last && !newer.some(isWord) ? reply(deps, caller, { ...data, seenSeq: last.seq }) : { newer };
  }
}
