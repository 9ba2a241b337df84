/** So far Chromium's alone: what the system calls "back" or "close", on phones a gesture, without an entry in the history. */
declare class CloseWatcher {
  onclose: (() => void) | null;
  destroy(): void;
}

/**
 * While the panel covers the page: it is as high as what the keyboard leaves of the window, the system's way back closes
 * it, and neither focus nor fingers get to the page behind. Returns what ends this.
 */
export function cover(panel: HTMLElement, close: () => void): () => void {
  const over = new AbortController();
  const { signal } = over;
  makeRoom(panel, signal);
  // On a page of its own there is nothing behind it.
  if (panel.getAttribute('role') === 'dialog') stayInFront(panel, close, signal);
  return () => over.abort();
}

/** Pages cannot be told how they are to take a keyboard; what is left of the window is known nevertheless. */
function makeRoom(panel: HTMLElement, signal: AbortSignal): void {
  const view = visualViewport;
  if (!view) return;
  const { style } = panel;

  function follow(): void {
    if (!view) return;
    // Whoever makes it larger with two fingers wants to see less of it.
    style.blockSize = `${view.height * view.scale}px`;
    style.insetBlockStart = view.scale > 1 ? '' : `${view.offsetTop}px`;
  }

  for (const event of ['resize', 'scroll']) view.addEventListener(event, follow, { signal });
  signal.addEventListener('abort', () => Object.assign(style, { blockSize: '', insetBlockStart: '' }));
  follow();
}

function stayInFront(panel: HTMLElement, close: () => void, signal: AbortSignal): void {
  panel.ariaModal = 'true';
  signal.addEventListener('abort', () => {
    panel.ariaModal = null;
  });
  panel.addEventListener('keydown', keepFocus, { signal });
  panel.addEventListener('touchmove', keepStill, { signal, passive: false });
  if (!('CloseWatcher' in window)) return;
  const watcher = new CloseWatcher();
  watcher.onclose = close;
  signal.addEventListener('abort', () => watcher.destroy());
}

/** After the last stop comes the first. */
function keepFocus(event: KeyboardEvent): void {
  const panel = event.currentTarget as HTMLElement;
  if (event.key !== 'Tab') return;
  const all = panel.querySelectorAll<HTMLElement>('a, button, input, textarea, [tabindex="0"]');
  const stops = [...all].filter((one) => one.getClientRects().length > 0);
  const [edge, next] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (event.target !== edge && !(event.shiftKey && event.target === panel)) return;
  event.preventDefault();
  next?.focus();
}

/** One finger scrolls what can be scrolled here, and nothing else; two make it larger. */
function keepStill(event: TouchEvent): void {
  const panel = event.currentTarget as Element;
  if (event.touches.length > 1) return;
  for (let box = event.target as Element | null; box && panel.contains(box); box = box.parentElement)
    if (box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY === 'auto') return;
  event.preventDefault();
}
