import { AsyncLocalStorage } from 'node:async_hooks';

/** What one page has of its browser: what is kept there, and the events that browser and machine send to this page. */
export interface PageSurroundings {
  storage: IDBFactory;
  events: EventTarget;
  /** Of the browser: its tabs take turns by the same names. */
  locks: Pick<LockManager, 'request'>;
  /** How much it has asked the server for that has not been answered yet. */
  unanswered: number;
}

const here = new AsyncLocalStorage<PageSurroundings>();

/** Pages of several browsers share this process: each finds its own surroundings, whatever it waits for in between. */
export function onPage<T>(surroundings: PageSurroundings, act: () => T): T {
  return here.run(surroundings, act);
}

/** The page that is at work has asked the server for something; the answer is to be called when it has come. */
export function askHere(): () => void {
  const page = here.getStore();
  if (!page) return () => {};
  page.unanswered += 1;
  return () => {
    page.unanswered -= 1;
  };
}

const ofProcess = navigator.locks;
Object.defineProperty(globalThis, 'indexedDB', { get: () => here.getStore()?.storage });
Object.defineProperty(navigator, 'locks', {
  get() {
    const page = here.getStore();
    if (!page) throw new Error('Nobody takes turns outside a page.');
    return page.locks;
  },
});
Object.assign(globalThis, {
  addEventListener(name: string, listener: EventListener) {
    here.getStore()?.events.addEventListener(name, listener);
  },
  removeEventListener(name: string, listener: EventListener) {
    here.getStore()?.events.removeEventListener(name, listener);
  },
});

/** This process has one list of locks for all: each browser has its own names in it. */
export function locksOf(browser: string): PageSurroundings['locks'] {
  const request = (name: string, options: LockOptions, act: LockGrantedCallback<unknown>) =>
    ofProcess.request(`${browser} ${name}`, options, act);
  return { request: request as LockManager['request'] };
}
