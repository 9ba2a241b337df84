import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface MenuProps {
  /** What the button says to a screen reader. */
  label: string;
  face: ComponentChildren;
  buttonClass: string;
  side: 'above' | 'below';
  /** `close` gives the focus back to the button. */
  children: (close: () => void) => ComponentChildren;
}

/** A button that opens a small panel of choices; arrows move, Esc closes, a click elsewhere closes. */
export function Menu({ label, face, buttonClass, side, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };

  // At once, or it would take the focus away again from whoever chose something before that.
  useLayoutEffect(() => {
    if (!isOpen) return;
    (itemsOf(root.current)[0] ?? panel.current)?.focus();
    const closeOutside = (event: Event): void => {
      if (!event.composedPath().includes(root.current as EventTarget)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);

  const move = (event: KeyboardEvent): void => {
    if (!isOpen) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      return;
    }
    const items = itemsOf(root.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || items.length === 0) return;
    event.preventDefault();
    items.at((at + step + items.length) % items.length)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to keys on their way up from its button and items.
    <div class="menu-root" ref={root} onKeyDown={move}>
      <button
        type="button"
        ref={button}
        class={buttonClass}
        aria-expanded={isOpen}
        aria-haspopup="menu"
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
        <span class="sr-only">{label}</span>
      </button>
      {isOpen && (
        <div class={`menu ${side}`} role="menu" id={id} aria-label={label} ref={panel} tabIndex={-1}>
          {children(close)}
        </div>
      )}
    </div>
  );
}

/** Some are on wide or on narrow screens only, and cannot have the focus on the others. */
function itemsOf(root: HTMLElement | null): HTMLElement[] {
  const items = root?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [];
  return [...items].filter((item) => item.checkVisibility());
}
