import type { ArticleRef } from '@ventanilla/shared/entities/article';
import { fill } from '@ventanilla/shared/i18n/fill';
import { Component, createRef } from 'preact';
import type { Connection } from '../../connection/connection.ts';
import { baseOf, type Embed } from '../../embed.ts';
import type { Ask } from '../ask.ts';
import type { PartScene } from '../parts.ts';
import { ArticleScreen } from './ArticleScreen.tsx';
import css from './faq.css?inline';
import { createFinder, type Finder } from './finder.ts';
import { Hits } from './Hits.tsx';
import { Rows } from './Rows.tsx';
import { stepInto } from './steps.ts';
import { createVoter } from './voter.ts';

export { ArticleScreen };

export const styles: string = css;

export interface FaqProps {
  finder: Finder;
  /** What is asked most; never empty. */
  popular: readonly ArticleRef[];
}

/** One for the whole panel: what it found and read outlives the screens. */
export function beginFinder(
  embed: Embed,
  ask: Ask,
  connection: () => Connection | undefined,
  draw: () => void,
): Finder {
  const castVote = createVoter(baseOf(embed), embed.config[1], async () => (await connection()?.token()) ?? '');
  return createFinder({ ask, load: embed.load, locale: () => embed.locale, castVote, draw });
}

/** Below the question: what is asked most, and once somebody types, what may answer them already. */
export class Faq extends Component<PartScene<'faq'> & FaqProps> {
  readonly box = createRef<HTMLDivElement>();

  override componentDidMount() {
    this.follow();
    // It may have the focus already: the panel opened before this was there.
    if (this.box.current?.closest('form')?.querySelector('.first:focus')) void this.props.finder.prepare();
  }

  override componentDidUpdate() {
    this.follow();
  }

  override componentWillUnmount() {
    this.props.finder.finish();
  }

  follow() {
    const { finder, draft } = this.props;
    finder.type(draft(''));
  }

  render() {
    const { finder, popular, texts } = this.props;
    const { query, hits, state } = finder.finding();
    return (
      <div class="faq" ref={this.box}>
        {query === '' ? <Rows {...this.props} title={texts.popular} rows={popular} /> : <Hits {...this.props} />}
        <p class="sr" aria-live="polite">
          {query !== '' && state === 'done' && hits.length > 0 && this.count(hits.length)}
        </p>
      </div>
    );
  }

  count(count: number): string {
    const { texts } = this.props;
    return count === 1 ? texts.foundOne : fill(texts.found, { count });
  }
}

/** What the question's field does besides: Enter only searches, and the arrow leads to what was found. */
export function fieldProps(finder: Finder) {
  return {
    enterkeyhint: 'search',
    onFocusIn: () => void finder.prepare(),
    onKeyDown(event: KeyboardEvent) {
      if (event.isComposing) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        finder.finish();
      } else stepInto(event);
    },
  } as const;
}
