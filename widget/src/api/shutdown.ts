import type { Desk } from '../connection/desk.ts';
import type { Embed } from '../embed.ts';

const farewellMs = 5_000;

/** PR1, for signing out: what waits is sent, for at most 5 s, then nothing of this visitor is left. */
export async function shutdown(embed: Embed): Promise<void> {
  const { connect } = await embed.load('connection');
  const connection = await connect(embed);
  const desk = await connection.desk();
  if (desk) await farewell(desk);
  await connection.end();
  delete embed.vouched;
  embed.panel?.forget();
}

async function farewell(desk: Desk): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, farewellMs));
  await Promise.race([desk.flush(), patience]);
  await desk.forget();
}
