import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer } from '../../connection/failure.ts';
import { sentenceOf, texts } from '../../language.ts';

interface DoorFormProps {
  /** Its button, and what it says meanwhile. */
  verb: string;
  busyVerb: string;
  /** False while a field is not right: the fields say which, once somebody has tried. */
  isComplete: boolean;
  onTry: () => void;
  act: () => Promise<Answer<unknown>>;
  children: ComponentChildren;
}

/** A form with one button; a refusal is said above it and nothing typed is lost. */
export function DoorForm({ verb, busyVerb, isComplete, onTry, act, children }: DoorFormProps) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  const submit = async (): Promise<void> => {
    onTry();
    setSaid('');
    if (!isComplete || isBusy) return;
    setBusy(true);
    const answer = await act();
    setBusy(false);
    if (!answer.ok) setSaid(answer.error.code === 'invalid' ? texts.value.door.invalid : sentenceOf(answer.error));
  };

  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      <p class="said wrong" role="alert">
        {said}
      </p>
      <button type="submit" class="button primary large" aria-disabled={isBusy}>
        {isBusy ? busyVerb : verb}
      </button>
    </form>
  );
}
