import { useId } from 'preact/hooks';

interface PickListProps<Value extends string> {
  label: string;
  choices: readonly { value: Value; name: string; hint: string }[];
  chosen: string;
  onChoose: (value: Value) => void;
}

/** One of a few, each with a line that explains it. */
export function PickList<Value extends string>({ label, choices, chosen, onChoose }: PickListProps<Value>) {
  const group = useId();
  return (
    <fieldset class="pick-list">
      <legend>{label}</legend>
      {choices.map(({ value, name, hint }) => (
        <label key={value}>
          <input type="radio" name={group} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>
            {name}
            <small>{hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
