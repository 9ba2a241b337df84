import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import { useState } from 'preact/hooks';
import { texts } from '../language.ts';
import { Field } from './Field.tsx';
import { Icon } from './Icon.tsx';

interface PasswordFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  isNew: boolean;
  problem?: string;
}

const longLength = 16;

/** A password that can be looked at; a new one says how long it must be. */
export function PasswordField({ label, value, onInput, isNew, problem }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const { door } = texts.value;
  const hint =
    value.length >= longLength ? door.passwordGood : fill(door.passwordHint, { count: limits.passwordMinLength });
  const same = {
    key: 'password',
    class: 'input',
    autocomplete: isNew ? ('new-password' as const) : ('current-password' as const),
    maxLength: limits.passwordMaxLength,
    value,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  return (
    <Field label={label} {...(isNew && { hint })} {...(problem && { problem })}>
      {(tied) => (
        <span class="input-wrap">
          {isShown ? <input {...tied} {...same} type="text" /> : <input {...tied} {...same} type="password" />}
          <button
            type="button"
            class="button quiet icon-only small"
            aria-label={isShown ? door.hide : door.show}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          >
            <Icon name="eye" />
          </button>
        </span>
      )}
    </Field>
  );
}
