import { useEffect, useState } from 'preact/hooks';

interface ClockInputProps {
  label: string;
  /** `09:30` */
  value: string;
  /** False when what was typed is not a time: the old one comes back. */
  onTime: (text: string) => boolean;
}

/** A time of the day on 24 hours, whatever the browser's own habit: `9`, `9:30` and `0930` all count. */
export function ClockInput({ label, value, onTime }: ClockInputProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <input
      class="clock"
      inputMode="numeric"
      aria-label={label}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        if (!onTime(text)) setText(value);
      }}
    />
  );
}
