import type { FileId } from '@ventanilla/shared/ids';
import type { Actor } from '../conversation/situation.ts';
import type { Decision } from '../decision.ts';
import type { ConversationHead, FileRow } from '../rows.ts';

/**
 * DL6. What `rule` decides, its first entry carrying these files. Each must be the actor's own, of the conversation's site,
 * uploaded whole and not sent yet; any other is not there. Wordless files lend a new conversation their name.
 */
export function withFiles(
  head: ConversationHead,
  files: readonly FileRow[],
  wanted: readonly FileId[],
  actor: Actor,
  rule: (head: ConversationHead) => Decision,
): Decision {
  const carried = wanted.flatMap((id) => files.find((file) => file.id === id && mayCarry(file, head, actor)) ?? []);
  if (carried.length < wanted.length) return { ok: false, reason: 'not_found', details: { field: 'fileIds' } };
  const [main] = carried;
  if (!main) return rule(head);
  const named = head.subject === '' ? { ...head, subject: main.name } : head;
  const decision = rule(named);
  if (!decision.ok) return decision;
  const [first, ...rest] = decision.entries;
  return {
    ...decision,
    entries: first ? [{ ...first, files: carried }, ...rest] : [],
    patch: named === head ? { ...decision.patch } : { ...decision.patch, subject: named.subject },
  };
}

function mayCarry(file: FileRow, head: ConversationHead, actor: Actor): boolean {
  return (
    file.state === 'ready' && file.siteId === head.siteId && file.ownerKind === actor.kind && file.ownerId === actor.id
  );
}
