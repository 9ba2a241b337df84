import { fill } from '@ventanilla/shared/i18n/fill';
import { Component, createRef } from 'preact';
import { Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import type { Talk } from '../talk/timeline.ts';

type NewestProps = PartScene<'comfort'> & { talk: Talk };

const downIcon = 'M12 5v14M6 13l6 6 6-6';
/** Nearer to the end than this nobody needs a way to it, px. */
const near = 120;

/** For whoever reads further up: the way to the last line, and how many have come since they left it. */
export class Newest extends Component<NewestProps, { isAway: boolean }> {
  override state = { isAway: false };
  readonly box = createRef<HTMLDivElement>();
  /** The last line when the end was left. */
  leftAt = 0;

  get log(): HTMLElement | null | undefined {
    return this.box.current?.parentElement;
  }

  override componentDidMount() {
    this.log?.addEventListener('scroll', this.look);
    this.look();
  }

  override componentWillUnmount() {
    this.log?.removeEventListener('scroll', this.look);
  }

  readonly look = () => {
    const { log } = this;
    // A window that is closed has no height: it opens at its end.
    if (!log?.clientHeight) return;
    const isAway = log.scrollHeight - log.scrollTop - log.clientHeight > near;
    if (isAway && !this.state.isAway) this.leftAt = this.props.talk.thread.entries.at(-1)?.seq ?? 0;
    if (isAway !== this.state.isAway) this.setState({ isAway });
  };

  render() {
    const { texts, talk } = this.props;
    const count = talk.thread.entries.filter(
      ({ kind, authorKind, seq }) => kind === 'message' && authorKind === 'agent' && seq > this.leftAt,
    ).length;
    const words = count > 1 ? fill(texts.newsMany, { count }) : texts.newsOne;
    return (
      // The way to the end is for those who see where they are.
      <div ref={this.box} class="newest" aria-live={count > 0 ? undefined : 'off'}>
        {this.state.isAway && (
          <button
            type="button"
            class={count > 0 ? 'button' : 'tool'}
            aria-label={count > 0 ? undefined : texts.toEnd}
            onClick={() => {
              this.log?.scrollTo(0, this.log.scrollHeight);
              this.log?.focus();
            }}
          >
            <Icon path={downIcon} />
            {count > 0 && words}
          </button>
        )}
      </div>
    );
  }
}
