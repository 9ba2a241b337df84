import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { followUpStartId } from '@ventanilla/shared/follow-up';
import { fill } from '@ventanilla/shared/i18n/fill';
import { Component } from 'preact';
import { followUpOf } from '../../model/follow-up-of.ts';
import type { PartScene } from '../parts.ts';
import { Blocked } from './Blocked.tsx';

type OverProps = PartScene<'seldom'> & { conversation: VisitorConversation };

/** It takes no more words. After a closed ticket, what is written next goes on from it in a conversation of its own (TK4). */
export class Over extends Component<OverProps> {
  override componentDidMount() {
    this.followUnseen();
  }

  override componentDidUpdate() {
    this.followUnseen();
  }

  /** What was on its way when it was closed has gone there: so do its writer's eyes, once. */
  followUnseen() {
    const next = this.next();
    if (next?.readSeq === 0) this.props.actions.show({ name: 'conversation', key: next.id });
  }

  next(): VisitorConversation | undefined {
    return followUpOf(this.props.model, this.props.conversation);
  }

  render() {
    const { texts, conversation, actions } = this.props;
    if (conversation.isBlocked) return <Blocked {...this.props} />;
    const next = this.next();
    const key = next?.id ?? followUpStartId(conversation.id);
    const isClosed = conversation.ticket?.status === 'closed';
    return (
      <div class="foot">
        <p class="hint">
          {next ? fill(texts.goesOn, { number: next.ticket?.number }) : isClosed ? texts.closed : texts.line.ended}
        </p>
        <button
          type="button"
          class="button"
          onClick={() => (isClosed ? actions.show({ name: 'conversation', key }) : actions.begin())}
        >
          {next ? texts.openNext : texts.writeAgain}
        </button>
      </div>
    );
  }
}
