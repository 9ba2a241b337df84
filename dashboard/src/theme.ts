import { signal } from '@preact/signals';
import { recall, remember } from './remembered.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const theme = signal<Theme>('auto');
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** Before the first paint: what this browser was told, else what the system says, now and when it changes. */
export function applyTheme(): void {
  theme.value = themes.find((name) => name === recall('theme')) ?? 'auto';
  systemIsDark.addEventListener('change', paint);
  paint();
}

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  remember('theme', chosen === 'auto' ? '' : chosen);
  paint();
}

function paint(): void {
  const isDark = theme.value === 'dark' || (theme.value === 'auto' && systemIsDark.matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}
