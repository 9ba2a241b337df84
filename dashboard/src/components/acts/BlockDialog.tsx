import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import { type BlockReason, blockReasons } from '@ventanilla/shared/vocabulary';
import { useState } from 'preact/hooks';
import { actOn } from '../../conversations.ts';
import { notice } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { Dialog } from '../Dialog.tsx';
import { keptFocus } from '../kept-focus.ts';
import { PickList } from '../PickList.tsx';
import { nameOf } from '../person-name.ts';

/** With a reason, and reversible. It says what the visitor will notice. */
export function BlockDialog({ conversation, onClose }: { conversation: ConversationSummary; onClose: () => void }) {
  const [reason, setReason] = useState<BlockReason>('spam');
  const { common, conversation: words } = texts.value;
  const block = async (): Promise<void> => {
    const keepFocus = keptFocus();
    onClose();
    const answer = await actOn('visitor:block', { conversationId: conversation.id, reason });
    notice.value = answer.ok ? words.blocked : sentenceOf(answer.error);
    keepFocus();
  };
  return (
    <Dialog
      title={fill(words.blockTitle, { name: nameOf(conversation.requester) })}
      hint={words.blockHint}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="button" class="button danger" onClick={() => void block()}>
            {words.blockAct}
          </button>
        </>
      }
    >
      <PickList
        label={words.discardWhy}
        chosen={reason}
        onChoose={setReason}
        choices={blockReasons.map((value) => ({
          value,
          name: words.discardReason[value],
          hint: words.discardReasonHint[value],
        }))}
      />
    </Dialog>
  );
}
