import { AsyncLocalStorage } from 'node:async_hooks';

/** What one page has of its browser: what is kept there, and the events that browser and machine send to this page. */
export interface PageSurroundings {
  storage: IDBFactory;
  events: EventTarget;
}

const here = new AsyncLocalStorage<PageSurroundings>();

/** Pages of several browsers share this process: each finds its own surroundings, whatever it waits for in between. */
export function onPage<T>(surroundings: PageSurroundings, act: () => T): T {
  return here.run(surroundings, act);
}

Object.defineProperty(globalThis, 'indexedDB', { get: () => here.getStore()?.storage });
Object.assign(globalThis, {
  addEventListener(name: string, listener: EventListener) {
    here.getStore()?.events.addEventListener(name, listener);
  },
  removeEventListener(name: string, listener: EventListener) {
    here.getStore()?.events.removeEventListener(name, listener);
  },
});
