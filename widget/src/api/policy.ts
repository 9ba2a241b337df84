/**
 * Imported where the page's own policy may keep us from the server, since scripts may still load. With the site's key
 * behind `#` (the loader, which could not fetch) it finds out whether that was why, and rejects if not.
 */
const patienceMs = 1_000;
const own = new URL(import.meta.url);
const key = own.hash.slice(1);

/** From an open connection: something on the page was refused, and it may have been ours. */
export async function heed(siteKey: string, event: SecurityPolicyViolationEvent): Promise<void> {
  if (concernsUs(event)) await report(siteKey, event);
}

/** Is it about our server, and more than a rehearsal of the page's owner? */
function concernsUs({ blockedURI, disposition }: SecurityPolicyViolationEvent): boolean {
  return disposition === 'enforce' && blockedURI.split('/')[2] === own.host;
}

/** The dashboard shows it. Asked for again, the same address is not asked twice. */
async function report(siteKey: string, { effectiveDirective }: SecurityPolicyViolationEvent): Promise<void> {
  const address = new URL(
    `../report/${siteKey}?directive=${encodeURIComponent(effectiveDirective)}`,
    own.origin + own.pathname,
  );
  await import(/* @vite-ignore */ address.href).catch(() => {});
}

async function findOut(): Promise<void> {
  const over = new AbortController();
  const violation = new Promise<SecurityPolicyViolationEvent | undefined>((resolve) => {
    const heard = (event: SecurityPolicyViolationEvent) => concernsUs(event) && resolve(event);
    document.addEventListener('securitypolicyviolation', heard, { signal: over.signal });
    setTimeout(resolve, patienceMs);
  });
  const isReached = await fetch(own).then(
    () => true,
    () => false,
  );
  const why = isReached ? undefined : await violation;
  over.abort();
  // What cannot be had for another reason must not be imported: a browser would never ask for it again.
  if (!why) throw new Error('unreachable');
  await report(key, why);
}

if (key !== '') await findOut();
