import type { ConversationId } from '@ventanilla/shared/ids';
import { type DiscardReason, discardReasons } from '@ventanilla/shared/vocabulary';
import { useState } from 'preact/hooks';
import { actOn } from '../../conversations.ts';
import { notice } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { Dialog } from '../Dialog.tsx';
import { keptFocus } from '../kept-focus.ts';
import { PickList } from '../PickList.tsx';

/** CV1: with a reason, and reversible. It says what the visitor will notice. */
export function DiscardDialog({ conversationId, onClose }: { conversationId: ConversationId; onClose: () => void }) {
  const [reason, setReason] = useState<DiscardReason>('spam');
  const { common, conversation: words } = texts.value;
  const discard = async (): Promise<void> => {
    const keepFocus = keptFocus();
    onClose();
    const answer = await actOn('conversation:discard', { conversationId, reason });
    notice.value = answer.ok ? words.discarded : sentenceOf(answer.error);
    keepFocus();
  };
  return (
    <Dialog
      title={words.discardTitle}
      hint={words.discardHint}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="button" class="button danger" onClick={() => void discard()}>
            {words.discardAct}
          </button>
        </>
      }
    >
      <PickList
        label={words.discardWhy}
        chosen={reason}
        onChoose={setReason}
        choices={discardReasons.map((value) => ({
          value,
          name: words.discardReason[value],
          hint: words.discardReasonHint[value],
        }))}
      />
    </Dialog>
  );
}
