import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { PartScene } from '../parts.ts';
import { WishButton } from './WishButton.tsx';

type QueueCardProps = PartScene<'live'> & {
  conversation: VisitorConversation;
  /** Somebody had it and was lost: it goes before the others. */
  hasReturned: boolean;
};

/** More people than this are a number, not a picture. */
const drawn = 6;

/** While nobody has it: a place, a time, a way out, and the hour after which it becomes a number. */
export function QueueCard({ conversation, hasReturned, ...scene }: QueueCardProps) {
  const { texts, times, now, model, actions } = scene;
  const { id: conversationId, pickUpBy } = conversation;
  const { place, waitMs } = model.places[conversationId] ?? { place: 0, waitMs: 0 };
  const wait = waitMs > 0 && fill(texts.wait, { count: Math.ceil(waitMs / 60_000) });
  return (
    <div class="queue">
      <div class="card">
        <p class="place">
          <strong>{place > 0 ? fill(texts.place, { count: place }) : texts.queuedTitle}</strong> {wait}
        </p>
        {place > 0 && <LineUp place={place} {...scene} />}
        <p>{hasReturned ? texts.returnedKept : texts.queuedKept}</p>
        <WishButton
          class="button quiet"
          label={texts.askTicket}
          failure={texts.notDone}
          ask={() => actions.wish('ticket:ask', { conversationId })}
        />
        <WishButton
          class="link"
          label={texts.withdraw}
          failure={texts.notDone}
          ask={() => actions.wish('conversation:withdraw', { conversationId })}
        />
      </div>
      {pickUpBy > 0 && <p class="line">{fill(texts.queuedPromise, { when: times.by(pickUpBy, now) })}</p>}
    </div>
  );
}

/** The people in the queue, the last of them filled: it is you. */
function LineUp({ place, texts }: PartScene<'live'> & { place: number }) {
  const before = place - 1;
  const words = before === 0 ? texts.behindNobody : before === 1 ? texts.behindOne : texts.behindMany;
  return (
    <p class="line-up">
      {place <= drawn &&
        Array.from({ length: place }, (_, index) => <i key={index} class={index === before ? 'you' : ''} />)}
      <span>{fill(words, { count: before })}</span>
    </p>
  );
}
