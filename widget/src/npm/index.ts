import type { Options, Ventanilla, VentanillaError, WaitingCall } from './types.ts';

export type * from './types.ts';

export interface LoadOptions extends Options {
  /** Where the server is, e.g. `https://desk.example.com`. */
  server: string;
  /** Of the site, as in its tag. */
  siteKey: string;
  /** Nothing appears until `boot`. */
  defer?: boolean;
}

/**
 * The page's API, whatever the page has by now: calls made before the script has arrived wait for it. Where there is no
 * page, on a server, a call does nothing, and its promise is never settled.
 */
export const ventanilla = ((...call: [string, ...unknown[]]) =>
  isPage() ? Reflect.apply(api(), undefined, call) : new Promise(() => {})) as Ventanilla;

/**
 * Puts the tag on the page and answers with `ventanilla`. Where the widget is already there it changes nothing; after
 * `destroy` it brings it back. If the script cannot be had, calls that wait for it reject with `unreachable`, and another
 * `loadVentanilla` tries again.
 */
export function loadVentanilla({ server, siteKey, nonce, ...options }: LoadOptions): Ventanilla {
  if (!isPage()) return ventanilla;
  api();
  const tag = document.createElement('script');
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && value !== false) tag.dataset[name] = value === true ? '' : String(value);
  }
  // As the tag of the settings: the connection is then one that the widget goes on with.
  tag.crossOrigin = 'anonymous';
  if (nonce !== undefined) tag.nonce = nonce;
  tag.onload = () => tag.remove();
  tag.onerror = (event) => {
    tag.remove();
    refuseWaiting(event);
  };
  try {
    const base = server.endsWith('/') ? server : `${server}/`;
    tag.src = trusted(new URL(`w/${encodeURIComponent(siteKey)}.js`, base).href);
    document.head.append(tag);
  } catch (error) {
    // What is called with the answer is refused as well.
    queueMicrotask(() => refuseWaiting(error));
  }
  return ventanilla;
}

function isPage(): boolean {
  return typeof document !== 'undefined';
}

/** What the script will find, or has put here. */
function api(): NonNullable<Window['ventanilla']> {
  window.ventanilla ??= Object.assign(
    ((...call: [string, ...unknown[]]) =>
      new Promise((settle) => window.ventanilla?.q?.push([settle, ...call]))) as Ventanilla,
    { q: [] as WaitingCall[] },
  );
  return window.ventanilla;
}

function refuseWaiting(cause: unknown): void {
  const waiting = window.ventanilla?.q?.splice(0) ?? [];
  for (const [settle] of waiting) {
    const error: VentanillaError = Object.assign(new Error('ventanilla: the script could not be loaded', { cause }), {
      name: 'VentanillaError' as const,
      code: 'unreachable',
    });
    settle(Promise.reject(error));
  }
}

interface Policy {
  createScriptURL(url: string): string;
}
let policy: Policy | undefined;

/** A page that enforces Trusted Types lets the policy `ventanilla` name the script. */
function trusted(url: string): string {
  const { trustedTypes } = window as Window & { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  try {
    policy ??= trustedTypes?.createPolicy('ventanilla', { createScriptURL: (known) => known });
  } catch {
    // Not on the page's list: then only a tag of the page's own can be had.
  }
  return policy?.createScriptURL(url) ?? url;
}
