import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { PartScene } from '../parts.ts';

/** While nobody has it: where it stands, that nothing is lost, and the hour after which it becomes a number. */
export function QueueNote({
  conversation,
  texts,
  times,
  now,
}: PartScene<'talk'> & { conversation: VisitorConversation }) {
  if (conversation.state !== 'queued') return null;
  return (
    <div class="queue">
      <div class="card">
        <strong>{texts.queuedTitle}</strong>
        <p>{texts.queuedKept}</p>
      </div>
      {conversation.pickUpBy > 0 && (
        <p class="line">{fill(texts.queuedPromise, { when: times.by(conversation.pickUpBy, now) })}</p>
      )}
    </div>
  );
}
