import type { DiscardReason } from '@ventanilla/shared/vocabulary';
import { useState } from 'preact/hooks';
import type { Answer } from '../../connection/failure.ts';
import { notice } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { Dialog } from '../Dialog.tsx';
import { keptFocus } from '../kept-focus.ts';
import { PickList } from '../PickList.tsx';

interface ReasonDialogProps<Reason extends DiscardReason> {
  title: string;
  /** What the visitor will notice. */
  hint: string;
  /** Of the button that does it. */
  actName: string;
  /** The first is the likely one. */
  reasons: readonly [Reason, ...Reason[]];
  act: (reason: Reason) => Promise<Answer<unknown>>;
  /** Said when it is done. */
  done: string;
  onClose: () => void;
}

/** An act that needs a reason, and can be taken back. */
export function ReasonDialog<Reason extends DiscardReason>(props: ReasonDialogProps<Reason>) {
  const { title, hint, actName, reasons, act, done, onClose } = props;
  const [reason, setReason] = useState(reasons[0]);
  const { common, conversation: words } = texts.value;
  const doIt = async (): Promise<void> => {
    const keepFocus = keptFocus();
    onClose();
    const answer = await act(reason);
    notice.value = answer.ok ? done : sentenceOf(answer.error);
    keepFocus();
  };
  return (
    <Dialog
      title={title}
      hint={hint}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="button" class="button danger" onClick={() => void doIt()}>
            {actName}
          </button>
        </>
      }
    >
      <PickList
        label={words.discardWhy}
        chosen={reason}
        onChoose={setReason}
        choices={reasons.map((value) => ({
          value,
          name: words.discardReason[value],
          hint: words.discardReasonHint[value],
        }))}
      />
    </Dialog>
  );
}
