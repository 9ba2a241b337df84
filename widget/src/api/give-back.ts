import type { Embed } from '../embed.ts';

const watched = new WeakSet<Embed>();

/** Where the page hides the launcher and opens the window itself, closing gives the focus back to what had it. */
export function giveFocusBack(embed: Embed): void {
  if (watched.has(embed)) return;
  watched.add(embed);
  const { root } = embed;
  let opener: Element | null = null;
  root.host.addEventListener('open', () => {
    opener = document.activeElement;
  });
  root.host.addEventListener('close', () => {
    if (root.querySelector('button')?.hidden && root.activeElement && opener instanceof HTMLElement) opener.focus();
  });
}
