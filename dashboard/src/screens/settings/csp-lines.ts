/** What a page with a Content-Security-Policy has to allow beside its own, by directive. Nothing else is needed. */
export function cspLines(publicUrl: string): { directive: 'script-src' | 'connect-src'; sources: string[] }[] {
  const { origin, host, protocol } = new URL(publicUrl);
  const socket = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
  return [
    { directive: 'script-src', sources: [origin] },
    { directive: 'connect-src', sources: [origin, socket] },
  ];
}
