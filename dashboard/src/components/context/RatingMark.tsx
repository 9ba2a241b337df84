import type { Rating } from '@ventanilla/shared/vocabulary';
import { texts } from '../../language.ts';
import { Icon, type IconName } from '../Icon.tsx';

const icons: Record<Rating, IconName> = { bad: 'sad', fair: 'plain', good: 'glad' };

/** A face and always its word. */
export function RatingMark({ rating }: { rating: Rating }) {
  return (
    <span class={`rating ${rating}`}>
      <Icon name={icons[rating]} />
      {texts.value.context.ratings[rating]}
    </span>
  );
}
