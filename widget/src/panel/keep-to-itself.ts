const events =
  'keydown keyup keypress input beforeinput copy cut paste focusin dragenter dragover dragleave drop touchstart touchmove touchend wheel';

/**
 * The page's shortcuts must not fire while somebody types here, nor its drop zones or scrollers; and its open dialogs,
 * which fetch the focus back from whatever is outside of them, must not hear that it is here. Some ask for `focus` before
 * it arrives, so that is nobody's: inside, `focusin` says the same.
 */
export function keepToItself(root: ShadowRoot): void {
  for (const event of events.split(' '))
    root.addEventListener(event, (fired) => fired.stopPropagation(), { passive: true });
  refuseFiles(root);
  const keep = (fired: Event) => fired.target === root.host && fired.stopPropagation();
  addEventListener('focus', keep, true);
  root.host.addEventListener('destroy', () => removeEventListener('focus', keep, true));
}

/** What nobody here has taken, the browser must not open in place of the page; what is refused is never dropped. */
export function refuseFiles(root: ShadowRoot | Document): void {
  root.addEventListener('dragover', (fired: Event) => {
    const { dataTransfer } = fired as DragEvent;
    if (!dataTransfer?.types.includes('Files')) return;
    fired.preventDefault();
    dataTransfer.dropEffect = 'none';
  });
}
