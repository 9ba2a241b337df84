import { fill } from '@ventanilla/shared/i18n/fill';
import { Avatar } from '../Avatar.tsx';
import type { PartScene } from '../parts.ts';
import type { Talk } from '../talk/timeline.ts';
import css from './live.css?inline';
import { QueueCard } from './QueueCard.tsx';
import { WishButton } from './WishButton.tsx';

export { WishButton };

export const styles: string = css;

/** Below the last word of a conversation that goes on: what happens now, and where it goes on by mail if it must (DL6). */
export function Live(scene: PartScene<'live'> & { talk: Talk }) {
  const { model, parts, talk } = scene;
  const { ticket } = parts;
  const { conversation } = talk;
  return (
    <>
      <Now {...scene} />
      {ticket && conversation && !conversation.ticket && !model.isDurable && (
        <ticket.Address {...scene} texts={ticket.texts} conversation={conversation} />
      )}
    </>
  );
}

/** One's place, who writes, or that it is solved already. */
function Now({ talk, ...scene }: PartScene<'live'> & { talk: Talk }) {
  const { texts, model, actions } = scene;
  const { conversation, thread, outgoing } = talk;
  if (!conversation) return null;
  const { id: conversationId, state } = conversation;
  const writer = model.writers[conversationId];
  const last = thread.entries.at(-1);
  if (state === 'queued') {
    const hasReturned = last?.system?.line === 'returned_to_queue';
    return <QueueCard conversation={conversation} hasReturned={hasReturned} {...scene} />;
  }
  if (writer) return <Writing name={writer} label={fill(texts.writing, { name: writer })} />;
  if (state !== 'active' || last?.authorKind !== 'agent' || outgoing.length > 0) return null;
  return (
    <WishButton
      class="link"
      label={texts.alreadySolved}
      failure={texts.notDone}
      ask={() => actions.wish('conversation:confirm', { conversationId, isSolved: true })}
    />
  );
}

function Writing({ name, label }: { name: string; label: string }) {
  return (
    <div class="message" role="img" aria-label={label}>
      <Avatar name={name} />
      <p class="bubble writing">
        <i />
        <i />
        <i />
      </p>
    </div>
  );
}
