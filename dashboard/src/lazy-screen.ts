import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import { type Area, loadTexts } from './language.ts';

/** Something that is not in the first list: drawn once its code and the areas of its texts are here. */
export function lazyScreen<Props>(areas: readonly Area[], load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [component] = await Promise.all([load(), loadTexts('errors', ...areas)]);
    return component;
  });
}
