import { accentTheme } from '@ventanilla/shared/theme/accent';
import type { Embed } from '../embed.ts';
import { CallError } from './call-error.ts';

/** The page's own accent, `#rrggbb`, with what makes text on it and in it readable. */
export function setAccent(embed: Embed, accent: unknown): void {
  if (typeof accent !== 'string' || !/^#[\da-f]{6}$/i.test(accent))
    throw new CallError('invalid', 'an accent looks like #2b49b5');
  const theme = accentTheme(accent.toLowerCase());
  const { config, root } = embed;
  config.splice(4, 2, theme.accent, theme.onAccent);
  config.splice(8, 2, theme.accentText, theme.accentTextDark);
  const launcher = root.querySelector('button');
  if (launcher) Object.assign(launcher.style, { background: theme.accent, color: theme.onAccent });
  embed.paint?.();
}
