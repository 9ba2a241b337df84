import type { ConversationId } from '@ventanilla/shared/ids';
import { discardReasons } from '@ventanilla/shared/vocabulary';
import { actOn } from '../../conversations.ts';
import { texts } from '../../language.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

/** CV1: with a reason, and reversible. */
export function DiscardDialog({ conversationId, onClose }: { conversationId: ConversationId; onClose: () => void }) {
  const words = texts.value.conversation;
  return (
    <ReasonDialog
      title={words.discardTitle}
      hint={words.discardHint}
      actName={words.discardAct}
      reasons={discardReasons}
      act={(reason) => actOn('conversation:discard', { conversationId, reason })}
      done={words.discarded}
      onClose={onClose}
    />
  );
}
