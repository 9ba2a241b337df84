import { texts } from '../language.ts';
import { Dialog } from './Dialog.tsx';

/** Asked only when signing out would delete something that was written and not sent. */
export function LeaveDialog({ hint, onLeave, onStay }: { hint: string; onLeave: () => void; onStay: () => void }) {
  const { me, common } = texts.value;
  return (
    <Dialog
      title={me.signOut}
      hint={hint}
      onClose={onStay}
      footer={
        <>
          <button type="button" class="button" onClick={onStay}>
            {common.cancel}
          </button>
          <button type="button" class="button danger" onClick={onLeave}>
            {me.signOutAnyway}
          </button>
        </>
      }
    />
  );
}
