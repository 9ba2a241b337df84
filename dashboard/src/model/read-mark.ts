import type { AgentEntry } from '@ventanilla/shared/entities/entry';

/** Marks are in the visitor's stream; what they do not see, they cannot have read. */
export function isRead({ publicSeq }: AgentEntry, visitorReadSeq: number): boolean {
  return publicSeq > 0 && publicSeq <= visitorReadSeq;
}
