const events = [
  ...['keydown', 'keyup', 'keypress', 'input', 'beforeinput', 'copy', 'cut', 'paste'],
  ...['dragenter', 'dragover', 'dragleave', 'drop', 'touchstart', 'touchmove', 'touchend', 'wheel'],
];

/** The page's shortcuts must not fire while somebody types here, nor its drop zones or scrollers. */
export function keepToItself(root: ShadowRoot): void {
  for (const event of events) root.addEventListener(event, (fired) => fired.stopPropagation(), { passive: true });
  // A page's open dialog fetches the focus back from whatever is outside of it, and listens on the document for that.
  for (const event of ['focus', 'focusin']) {
    addEventListener(event, (fired) => fired.target === root.host && fired.stopPropagation(), true);
  }
}
