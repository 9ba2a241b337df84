import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  hint?: string;
  onClose: () => void;
  children?: ComponentChildren;
  /** Its buttons, the one that acts last. */
  footer: ComponentChildren;
}

/** A modal question. The browser keeps the focus inside and gives it back afterwards; Esc and a click outside close it. */
export function Dialog({ title, hint, onClose, children, footer }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
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
