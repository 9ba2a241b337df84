import type { Embed } from '../embed.ts';
import { launcherWords } from '../launcher-words.ts';

const watched = new WeakSet<Embed>();

/** In the language that the widget speaks by now, as is the mark for screen readers; with what it says, and the number on it. */
export function nameLauncher(embed: Embed): void {
  const { root, locale, config } = embed;
  const [, , siteName] = config;
  const [help, failed] = launcherWords[locale];
  const launcher = root.querySelector('button');
  root.host.setAttribute('lang', locale);
  if (!launcher) return;
  const { unread } = launcher.dataset;
  // It could not be had a moment ago; a single sign says in any language that it is on its way.
  if (launcher.textContent.length > 1) launcher.textContent = failed;
  launcher.ariaLabel = `${help} · ${siteName} ${launcher.textContent}${unread ? ` (${unread})` : ''}`;
  if (watched.has(embed)) return;
  watched.add(embed);
  // A press of it names it once more in the language that it began with.
  for (const event of ['open', 'close']) root.host.addEventListener(event, () => setTimeout(nameLauncher, 0, embed));
}
