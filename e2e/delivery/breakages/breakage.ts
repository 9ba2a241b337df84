import type { CounterName } from '../verdict.ts';
import type { SceneName } from './scenes.ts';

/** A way to break the promise: the scene in which it shows, and the counter that must notice. */
export interface Breakage {
  scene: SceneName;
  expects: CounterName;
}
