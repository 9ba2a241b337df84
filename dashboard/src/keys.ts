import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { nowMs } from './clock.ts';
import { recall, remember } from './remembered.ts';

/** Single keys, e.g. `r`, and pairs, e.g. `g i`. The latest screen that wants a key gets it. */
export type Keys = Record<string, () => void>;

const pairMs = 1_500;
const layers: { current: Keys }[] = [];
let first = { key: '', at: 0 };

/** Some people's tools type single letters of their own, so they can be turned off. */
export const areSingleKeysOn = signal(recall('single-keys') !== 'off');

export function turnSingleKeys(isOn: boolean): void {
  areSingleKeysOn.value = isOn;
  remember('single-keys', isOn ? '' : 'off');
}

/** Everything by name, with Ctrl+K or ⌘K. */
export const isPaletteOpen = signal(false);

/** The sheet that lists them all. */
export const isKeySheetOpen = signal(false);

/** Keys that work while this component is on the screen. */
export function useKeys(keys: Keys): void {
  // Not after the next paint: a key pressed before it would act on what the component held one drawing ago.
  useLayoutEffect(() => {
    const layer = { current: keys };
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  });
}

/** Listens on the whole page; the function it returns stops it. */
export function listenToKeys(): () => void {
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}

function press(event: KeyboardEvent): void {
  if (isPaletteKey(event)) {
    event.preventDefault();
    isPaletteOpen.value = true;
    return;
  }
  if (!areSingleKeysOn.value || event.defaultPrevented || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  const key = event.key.toLowerCase();
  const pair = first.key !== '' && nowMs() - first.at < pairMs ? actOfKey(`${first.key} ${key}`) : undefined;
  const handler = pair ?? actOfKey(key);
  first = pair ? { key: '', at: 0 } : { key, at: nowMs() };
  if (!handler) return;
  event.preventDefault();
  handler();
}

/** Also while something is being written, but not over a question that waits for its answer. */
function isPaletteKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'k' || ctrlKey === metaKey || altKey || shiftKey) return false;
  return document.querySelector('dialog[open]') === null;
}

/** What the screen would do with these keys; undefined when it has no use for them now. */
export function actOfKey(keys: string): (() => void) | undefined {
  return layers.findLast(({ current }) => keys in current)?.current[keys];
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog, [role="menu"]') !== null;
}
