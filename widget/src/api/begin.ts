import { createFlag } from '../connection/flag.ts';
import { type Embed, flagName } from '../embed.ts';
import { setAccent } from './accent.ts';

/** What the loader has no room for: the page's own accent, and a visitor who comes back (PR1). */
export async function begin(embed: Embed): Promise<void> {
  const { config, script, root, load } = embed;
  const [, site] = config;
  if (script.dataset.accent) setAccent(embed, script.dataset.accent);
  if (!createFlag(flagName(site)).isSet()) return;
  if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded));
  await idle();
  if (!root.host.isConnected) return;
  const { connect } = await load('connection');
  await connect(embed);
}

/** A page that is never idle, or whose machine is busy, must not keep what waits from leaving. */
const longestMs = 2_000;

function idle(): Promise<unknown> {
  return new Promise((done) => {
    // Safari has none yet.
    if ('requestIdleCallback' in window) requestIdleCallback(done, { timeout: longestMs });
    else setTimeout(done);
  });
}
