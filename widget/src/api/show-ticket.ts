import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Connection } from '../connection/connection.ts';
import type { Embed } from '../embed.ts';
import type { Panel } from '../panel/panel.ts';
import { CallError } from './call-error.ts';
import { wordsOf } from './words-of.ts';

/** Opens the window at the conversation of this ticket, if it is this visitor's; else at the home screen, and rejects. */
export async function showTicket(embed: Embed, panel: () => Promise<Panel>, number: unknown): Promise<void> {
  const wanted = wordsOf(number).trim().toUpperCase();
  const [{ connect }, commands] = await Promise.all([embed.load('connection'), panel()]);
  const connection = await connect(embed);
  commands.open();
  await connection.recall();
  const conversations = await listed(connection);
  const found = conversations.find(({ ticket }) => ticket?.number.toUpperCase() === wanted);
  if (!found) throw new CallError('not_found', `this visitor has no ticket ${wanted}`);
  embed.go?.({ name: 'conversation', key: found.id });
}

/** What this visitor has, as soon as it is known. */
function listed(connection: Connection): Promise<VisitorConversation[]> {
  return new Promise((resolve, reject) => {
    function look(): boolean {
      const { isListed, link, conversations } = connection.model();
      if (isListed || link === 'idle') resolve(conversations);
      else if (link === 'lost' || link === 'refused')
        reject(new CallError('unreachable', 'no connection to the server'));
      else return false;
      return true;
    }
    if (look()) return;
    const end = connection.subscribe(() => look() && end());
  });
}
