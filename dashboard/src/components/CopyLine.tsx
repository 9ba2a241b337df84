import { useState } from 'preact/hooks';
import { texts } from '../language.ts';
import { Icon } from './Icon.tsx';

/** A line to hand over: selected by a touch, copied by the button. Without clipboard access it is selected instead. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  const [isCopied, setCopied] = useState(false);
  const { common } = texts.value;
  const copy = async (field: HTMLInputElement | null): Promise<void> => {
    field?.select();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div class="copy-line">
      <input
        class="input code"
        readOnly
        aria-label={label}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button
        type="button"
        class="button"
        onClick={(event) => void copy(event.currentTarget.parentElement?.querySelector('input') ?? null)}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
        <span aria-live="polite">{isCopied ? common.copied : common.copy}</span>
      </button>
    </div>
  );
}
