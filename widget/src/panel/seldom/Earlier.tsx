import { Component, createRef } from 'preact';
import type { PartScene } from '../parts.ts';
import type { Talk } from '../talk/timeline.ts';

type EarlierProps = PartScene<'seldom'> & { talk: Talk };

interface EarlierState {
  isAsking: boolean;
  hasFailed: boolean;
}

/** At the top of a long conversation: what was said before, a page at a time, while the eye stays where it is. */
export class Earlier extends Component<EarlierProps, EarlierState> {
  override state = { isAsking: false, hasFailed: false };
  readonly box = createRef<HTMLDivElement>();

  get log(): HTMLElement | null | undefined {
    return this.box.current?.parentElement;
  }

  firstSeq({ talk }: EarlierProps = this.props): number {
    return talk.thread.entries[0]?.seq ?? 0;
  }

  /** How far it is to the end: new lines come in above. */
  override getSnapshotBeforeUpdate(): number {
    return this.log ? this.log.scrollHeight - this.log.scrollTop : 0;
  }

  override componentDidUpdate(before: EarlierProps, _state: EarlierState, toEnd: number) {
    if (this.log && this.firstSeq() < this.firstSeq(before)) this.log.scrollTop = this.log.scrollHeight - toEnd;
  }

  async ask(): Promise<void> {
    const { talk, actions } = this.props;
    if (!talk.conversation || this.state.isAsking) return;
    this.setState({ isAsking: true, hasFailed: false });
    const input = { conversationId: talk.conversation.id, afterSeq: 0, beforeSeq: this.firstSeq() };
    const isDone = await actions.wish('conversation:sync', input);
    this.setState({ isAsking: false, hasFailed: !isDone });
    // The button has gone, and with it the focus.
    if (isDone && this.firstSeq() <= 1) this.log?.focus();
  }

  render() {
    const { texts } = this.props;
    const { isAsking, hasFailed } = this.state;
    return (
      <div ref={this.box} class="earlier">
        {this.firstSeq() > 1 && (
          <button type="button" aria-busy={isAsking} onClick={() => void this.ask()}>
            {isAsking ? texts.earlierLoading : hasFailed ? texts.earlierFailed : texts.earlier}
          </button>
        )}
      </div>
    );
  }
}
