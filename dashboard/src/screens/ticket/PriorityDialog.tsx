import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { limits } from '@ventanilla/shared/limits';
import { priorityOf } from '@ventanilla/shared/priority';
import { isVisible } from '@ventanilla/shared/text-line';
import { priorities } from '@ventanilla/shared/vocabulary';
import { useId, useState } from 'preact/hooks';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { PickList } from '../../components/PickList.tsx';
import { sentenceOf, texts } from '../../language.ts';
import { triageTicket } from '../../tickets.ts';

/** TK5: another priority than the matrix's, with a reason. What was written stays when it could not be saved. */
export function PriorityDialog({ ticket, onClose }: { ticket: TicketSummary; onClose: () => void }) {
  const formId = useId();
  const [priority, setPriority] = useState(ticket.priority);
  const [why, setWhy] = useState(ticket.priorityReason);
  const [isTried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const { common, ticket: words, priority: names } = texts.value;
  const matrixPriority = priorityOf(ticket.urgency, ticket.impact);
  const problem = isVisible(why) ? '' : words.overrideLacksWhy;

  const override = async (): Promise<void> => {
    setTried(true);
    if (problem) return;
    const answer = await triageTicket(ticket, { priority, priorityReason: why.trim() });
    if (answer.ok) onClose();
    else setSaid(sentenceOf(answer.error));
  };

  return (
    <Dialog
      title={words.overrideTitle}
      hint={words.overrideHint}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" form={formId} class="button primary">
            {words.overrideAct}
          </button>
        </>
      }
    >
      <form
        id={formId}
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void override();
        }}
      >
        <PickList
          label={words.overrideTo}
          chosen={priority}
          onChoose={setPriority}
          choices={[...priorities].reverse().map((value) => ({
            value,
            name: names[value],
            hint: value === matrixPriority ? words.matrixSays : '',
          }))}
        />
        <Field label={words.overrideWhy} problem={isTried ? problem : ''}>
          {(tied) => (
            <input
              {...tied}
              class="input"
              maxLength={limits.priorityReasonLength}
              value={why}
              onInput={(event) => setWhy(event.currentTarget.value)}
            />
          )}
        </Field>
        <p role="alert" class="field-note wrong">
          {said}
        </p>
      </form>
    </Dialog>
  );
}
