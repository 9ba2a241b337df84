import { addStyles } from '../add-styles.ts';
import contrast from './contrast.css?inline';
import { cover } from './cover.ts';
import short from './short.css?inline';

const dressed = new WeakSet<ShadowRoot>();
const held = new WeakSet<ShadowRoot>();

/** What few screens need: called when the panel opens, holds until it closes. A second call does nothing. */
export function adapt(root: ShadowRoot, close: () => void): void {
  if (!dressed.has(root)) addStyles(root, contrast + short);
  dressed.add(root);
  const panel = root.querySelector<HTMLElement>('.panel');
  if (!panel || panel.hidden || held.has(root)) return;
  held.add(root);
  const over = new AbortController();
  const { signal } = over;
  for (const event of ['close', 'destroy']) root.host.addEventListener(event, () => over.abort(), { signal });

  // The same as in panel.css: enlarging the page can make it cover the page, turning a phone can end it.
  const isCovering = matchMedia('(max-width: 479px), (max-height: 479px) and (pointer: coarse)');
  let uncover: (() => void) | undefined;
  function look(): void {
    uncover?.();
    uncover = panel && isCovering.matches ? cover(panel, close) : undefined;
  }
  isCovering.addEventListener('change', look, { signal });
  signal.addEventListener('abort', () => {
    held.delete(root);
    uncover?.();
  });
  look();
}
