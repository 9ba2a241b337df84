import type { Embed } from '../embed.ts';

/** A page that closes its dialog when something beside it is pressed must not hear of ours. */
const kept = ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup'];

/**
 * A modal dialog makes everything outside it inert, in whatever layer: while one is open the widget lives in it. Where
 * there are popovers it gets a layer of its own, out of reach of what the dialog clips or transforms.
 */
export function lift({ root }: Embed): void {
  const host = root.host as HTMLElement;
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  if (!dialog || dialog.contains(host)) return;
  const focused = document.activeElement;
  const over = new AbortController();
  const { signal } = over;

  function back(): void {
    over.abort();
    host.removeAttribute('popover');
    document.documentElement.append(host);
  }

  const observer = new MutationObserver(() => host.isConnected || back());
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  dialog.append(host);
  if ('popover' in host) {
    host.popover = 'manual';
    host.showPopover();
  }
  dialog.addEventListener('close', back, { signal });
  host.addEventListener('destroy', () => over.abort(), { signal });
  host.addEventListener(
    'close',
    () => {
      const isOurs = root.activeElement;
      back();
      if (isOurs && focused instanceof HTMLElement) focused.focus();
    },
    { signal },
  );
  for (const event of kept) root.addEventListener(event, (fired) => fired.stopPropagation(), { signal });
}
