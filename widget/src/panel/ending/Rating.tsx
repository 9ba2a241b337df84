import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import { ratingCommentLength } from '@ventanilla/shared/limits';
import type { Rating as RatingWord } from '@ventanilla/shared/vocabulary';
import { Component, type ComponentChildren, createRef } from 'preact';
import { Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';

const circle = 'M12 3a9 9 0 1 1 0 18 9 9 0 1 1 0-18M9 10v.1M15 10v.1';
const faces: [RatingWord, string][] = [
  ['bad', `${circle}M8.5 16.5q3.5-4 7 0`],
  ['fair', `${circle}M8.5 15.5h7`],
  ['good', `${circle}M8.5 14.5q3.5 4 7 0`],
];
type RatingProps = PartScene<'ending'> & {
  conversation: VisitorConversation;
  onGrow(): void;
  /** Its reader has just said that it is solved, with a button that is gone now. */
  isConfirmed: boolean;
  /** The way to say that it is not solved, where there is one. */
  children: ComponentChildren;
};

interface RatingState {
  comment: string | undefined;
  saved: 'rating' | 'comment' | '';
  hasFailed: boolean;
}

/** One tap; a comment if they like; both can be changed later. */
export class Rating extends Component<RatingProps, RatingState> {
  override state: RatingState = { comment: undefined, saved: '', hasFailed: false };

  readonly box = createRef<HTMLElement>();

  override componentDidMount() {
    if (this.props.isConfirmed) this.box.current?.focus();
  }

  override componentDidUpdate(before: RatingProps) {
    this.props.onGrow();
    if (this.props.isConfirmed && !before.isConfirmed) this.box.current?.focus();
  }

  async rate(rating: RatingWord, comment: string, saved: RatingState['saved']): Promise<void> {
    const { conversation, actions } = this.props;
    const isDone = await actions.wish('conversation:rate', { conversationId: conversation.id, rating, comment });
    this.setState({ saved: isDone ? saved : '', hasFailed: !isDone });
  }

  render() {
    const { conversation, children, texts } = this.props;
    const { rating, ratingComment, assignee } = conversation;
    return (
      <section ref={this.box} class="card rating" tabIndex={-1} aria-label={texts.ask}>
        <h3>{texts.ask}</h3>
        <p>{assignee ? fill(texts.readers, { name: assignee.name }) : texts.readersTeam}</p>
        <fieldset class="faces" aria-label={texts.ask}>
          {faces.map(([word, face]) => (
            <button
              key={word}
              type="button"
              aria-pressed={word === rating}
              onClick={() => void this.rate(word, ratingComment, 'rating')}
            >
              <Icon path={face} />
              {texts.rating[word]}
            </button>
          ))}
        </fieldset>
        <p class="saved" role="status">
          {this.words(rating)}
        </p>
        {rating === '' ? children : this.comment(rating, ratingComment, children)}
      </section>
    );
  }

  comment(rating: RatingWord, known: string, other: ComponentChildren) {
    const { texts } = this.props;
    const comment = this.state.comment ?? known;
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void this.rate(rating, comment, 'comment');
        }}
      >
        <label>
          {texts.why[rating]} <small>{texts.optional}</small>
          <textarea
            class="area"
            rows={3}
            maxLength={ratingCommentLength}
            value={comment}
            onInput={(event) => this.setState({ comment: event.currentTarget.value, saved: '' })}
          />
        </label>
        <div class="choice">
          {other}
          <button type="submit" class="button">
            {texts.sendComment}
          </button>
        </div>
      </form>
    );
  }

  words(rating: RatingWord | ''): string {
    const { texts } = this.props;
    const { saved, hasFailed } = this.state;
    if (hasFailed) return texts.notDone;
    if (saved === 'comment') return texts.savedComment;
    return saved === 'rating' && rating !== '' ? fill(texts.saved, { rating: texts.rating[rating] }) : '';
  }
}
