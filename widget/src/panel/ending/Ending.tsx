import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { Component } from 'preact';
import type { PartScene } from '../parts.ts';
import { canBeUnsolved } from './can-be-unsolved.ts';
import css from './ending.css?inline';
import { Rating } from './Rating.tsx';

export const styles: string = css;

export interface EndingProps {
  conversation: VisitorConversation;
  /** What to begin with. */
  closing: 'solved' | 'rating';
  /** More is to be seen than before. */
  onGrow(): void;
}

/** It is over: whether it is solved, and then how it was. */
export class Ending extends Component<PartScene<'ending'> & EndingProps, { isConfirmed: boolean }> {
  override state = { isConfirmed: false };

  async confirm(isSolved: boolean): Promise<boolean> {
    const { conversation, actions } = this.props;
    const isDone = await actions.wish('conversation:confirm', { conversationId: conversation.id, isSolved });
    if (isDone && isSolved) this.setState({ isConfirmed: true });
    return isDone;
  }

  render() {
    const { conversation, closing, texts, parts } = this.props;
    if (!parts.live) return null;
    const { WishButton } = parts.live;
    if (closing === 'rating' || this.state.isConfirmed) {
      return (
        <Rating {...this.props} isConfirmed={this.state.isConfirmed}>
          {canBeUnsolved(conversation) && (
            <WishButton class="link" label={texts.notSolved} failure={texts.notDone} ask={() => this.confirm(false)} />
          )}
        </Rating>
      );
    }
    return (
      <section class="card solved">
        <h3>{texts.isSolved}</h3>
        <p>{texts.solvedHint}</p>
        <div class="choice">
          <WishButton class="button quiet" label={texts.no} failure={texts.notDone} ask={() => this.confirm(false)} />
          <WishButton class="button" label={texts.yes} failure={texts.notDone} ask={() => this.confirm(true)} />
        </div>
      </section>
    );
  }
}
