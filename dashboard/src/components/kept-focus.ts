/**
 * Called before an act that may take its own button away; what it returns is called afterwards. Whoever had the focus
 * on something that is gone goes on at `refuge` (a selector) instead of at the beginning of the page.
 */
export function keptFocus(refuge = 'main h1'): () => void {
  const origin = document.activeElement;
  return () => {
    if (!(origin instanceof HTMLElement) || origin === document.body) return;
    // Once what follows from the act is drawn.
    requestAnimationFrame(() => {
      if (isSomewhere()) return;
      origin.focus({ preventScroll: true });
      if (!isSomewhere()) focusOn(document.querySelector<HTMLElement>(refuge));
    });
  };
}

function isSomewhere(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

function focusOn(element: HTMLElement | null): void {
  if (element === null) return;
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
