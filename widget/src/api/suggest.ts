import type { Embed } from '../embed.ts';
import type { Panel } from '../panel/panel.ts';
import { wordsOf } from './words-of.ts';

type GetPanel = () => Promise<Panel>;

/** By widget: the only words in the field of the home screen that the page may replace. */
const suggested = new WeakMap<Embed, string>();

/** Opens a new conversation with these words, or with what the visitor has begun to write; nothing is sent. */
export async function newMessage(embed: Embed, panel: GetPanel, text: unknown): Promise<void> {
  const { newMessage: begin } = await suggest(embed, panel, text);
  await begin();
}

/** Opens the home screen with these words in its field, or the visitor's own. */
export async function search(embed: Embed, panel: GetPanel, query: unknown): Promise<void> {
  const { open } = await suggest(embed, panel, query);
  open();
  embed.go?.({ name: 'home' });
}

async function suggest(embed: Embed, panel: GetPanel, given: unknown): Promise<Panel> {
  const words = given == null ? '' : wordsOf(given);
  const commands = await panel();
  const draft = embed.drafts?.get('') ?? '';
  if (words === '' || (draft !== '' && draft !== suggested.get(embed))) return commands;
  suggested.set(embed, words);
  embed.drafts?.set('', words);
  return commands;
}
