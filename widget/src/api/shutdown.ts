import type { Connection } from '../connection/connection.ts';
import type { Desk } from '../connection/desk.ts';
import { createFlag } from '../connection/flag.ts';
import { type Embed, flagName } from '../embed.ts';

const farewellMs = 5_000;

/** PR1, for signing out: what waits is sent, for at most 5 s, then nothing of this visitor is left, in no tab. */
export async function shutdown(embed: Embed): Promise<void> {
  const [, site] = embed.config;
  const { connect, means } = await embed.load('connection');
  const connection = await connect(embed);
  const desk = await connection.desk();
  if (desk) await farewell(connection, desk);
  await connection.end();
  // Whoever has nothing open is known all the same, and looking makes no database where there was none.
  if (!desk && !(await means.isKnown(site))) return;
  const store = await means.openStore(site);
  await store.clear();
  tellOtherTabs(site);
}

/** They hear of what changes, and there may have been nothing to come back for. */
function tellOtherTabs(site: string): void {
  const flag = createFlag(flagName(site));
  flag.set('open');
  flag.set('');
}

function farewell({ model, subscribe }: Connection, desk: Desk): Promise<unknown> {
  const patience = new Promise((resolve) => setTimeout(resolve, farewellMs));
  // There may be no line yet: then what waits leaves with it.
  const sent = new Promise<void>((resolve) => {
    const look = () => model().outgoing.every(({ refusal }) => refusal) && resolve();
    subscribe(look);
    look();
  });
  void desk.flush();
  return Promise.race([sent, patience]);
}
