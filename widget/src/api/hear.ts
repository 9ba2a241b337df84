import type { Embed } from '../embed.ts';

/** From now on this hears what becomes of the model, beside whoever hears it already. */
export function hear(embed: Embed, heard: NonNullable<Embed['tell']>): void {
  const { tell } = embed;
  embed.tell = (before, after) => {
    tell?.(before, after);
    heard(before, after);
  };
}
