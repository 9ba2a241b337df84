import type { Embed } from '../embed.ts';

/** For signing out: what waits is sent, for at most 5 s, then nothing of this visitor is left. */
export async function shutdown(embed: Embed): Promise<void> {
  const { connect } = await embed.load('connection');
  await (await connect(embed)).shutdown();
  delete embed.vouched;
  embed.panel?.forget();
}
