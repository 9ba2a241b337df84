import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string;
  /** What is wrong with it, in words. */
  problem?: string;
  /** Draws the control with the attributes that tie it to its label, hint and problem. */
  children: (tied: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean | undefined;
  }) => ComponentChildren;
}

/** A control with its label above, and below it a hint or what is wrong. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  const note = problem || hint;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': problem ? true : undefined,
      })}
      {note && (
        <p id={`${id}-note`} class={problem ? 'field-note wrong' : 'field-note'}>
          {note}
        </p>
      )}
    </div>
  );
}
