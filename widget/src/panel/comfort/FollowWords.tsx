import { Component } from 'preact';
import { followUpOf } from '../../model/follow-up-of.ts';
import type { PartScene } from '../parts.ts';
import type { Talk } from '../talk/timeline.ts';

/**
 * What was written here and was on its way when the ticket was closed has gone on in another conversation: so do its writer's eyes,
 * also where another window of theirs was quicker to send it and has read it there.
 */
export class FollowWords extends Component<PartScene<'comfort'> & { talk: Talk }> {
  hasWaited = false;

  override componentDidMount() {
    this.look();
  }

  override componentDidUpdate() {
    this.look();
  }

  look(): void {
    const { talk, model, actions } = this.props;
    const { conversation, outgoing } = talk;
    if (outgoing.length > 0) this.hasWaited = true;
    else if (this.hasWaited && conversation?.isWritable === false) {
      const next = followUpOf(model, conversation);
      if (next) actions.show({ name: 'conversation', key: next.id });
    }
  }

  render() {
    return null;
  }
}
