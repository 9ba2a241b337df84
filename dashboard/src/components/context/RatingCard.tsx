import type { ConversationDetail } from '@ventanilla/shared/entities/conversation';
import { texts } from '../../language.ts';
import { RatingMark } from './RatingMark.tsx';

/** What the visitor thought of it, with their words. Nothing until they said so. */
export function RatingCard({ conversation: { rating, ratingComment } }: { conversation: ConversationDetail }) {
  if (rating === '') return null;
  return (
    <section class="rating-card">
      <h3>{texts.value.context.rating}</h3>
      <p>
        <RatingMark rating={rating} />
      </p>
      {ratingComment && <blockquote>{ratingComment}</blockquote>}
    </section>
  );
}
