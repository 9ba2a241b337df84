import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import { blockReasons } from '@ventanilla/shared/vocabulary';
import { actOn } from '../../conversations.ts';
import { texts } from '../../language.ts';
import { nameOf } from '../person-name.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

/** CV9: with a reason, and reversible. */
export function BlockDialog({ conversation, onClose }: { conversation: ConversationSummary; onClose: () => void }) {
  const words = texts.value.conversation;
  return (
    <ReasonDialog
      title={fill(words.blockTitle, { name: nameOf(conversation.requester) })}
      hint={words.blockHint}
      actName={words.blockAct}
      reasons={blockReasons}
      act={(reason) => actOn('visitor:block', { conversationId: conversation.id, reason })}
      done={words.blocked}
      onClose={onClose}
    />
  );
}
