import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { keptFocus } from './kept-focus.ts';

interface DialogProps {
  title: string;
  hint?: string;
  onClose: () => void;
  children?: ComponentChildren;
  /** Its buttons, the one that acts last. */
  footer: ComponentChildren;
}

/**
 * A modal question. The browser keeps the focus inside and gives it back afterwards; Esc and a click outside close it, but
 * not a pointer that only ends outside, since it was marking words.
 */
export function Dialog({ title, hint, onClose, children, footer }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isPressedOutside = useRef(false);
  const id = useId();
  useLayoutEffect(() => {
    const keepFocus = keptFocus();
    dialog.current?.showModal();
    // The browser gives the focus back when it closes, not when it is taken away while it is open.
    return keepFocus;
  }, []);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        isPressedOutside.current = event.target === dialog.current;
      }}
      onClick={(event) => {
        if (event.target === dialog.current && isPressedOutside.current) dialog.current?.close();
      }}
    >
      <div class="dialog-body">
        <header>
          <h2 id={id}>{title}</h2>
          {hint && <p>{hint}</p>}
        </header>
        {children}
        <footer class="actions">{footer}</footer>
      </div>
    </dialog>
  );
}
