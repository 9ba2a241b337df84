import type { Article } from '@ventanilla/shared/entities/article';
import { Component } from 'preact';
import type { PartScene } from '../parts.ts';
import { AskPerson } from './AskPerson.tsx';
import type { Finder } from './finder.ts';

type HelpedProps = PartScene<'faq'> & { finder: Finder; article: Article };

/** Did it help? One tap, changeable; whoever it did not help goes on to a person, with what they asked. */
export class Helped extends Component<HelpedProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  isBusy = false;

  async vote(isHelpful: boolean): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    const { finder, article } = this.props;
    this.setState({ hasFailed: !(await finder.vote(article.id, isHelpful)) });
    this.isBusy = false;
  }

  render() {
    const { texts, finder, article } = this.props;
    const vote = finder.voteOf(article.id);
    const button = (isHelpful: boolean, label: string) => (
      <button type="button" aria-pressed={vote === isHelpful} onClick={() => void this.vote(isHelpful)}>
        {label}
      </button>
    );
    return (
      <div class="helped">
        <fieldset aria-label={texts.helped}>
          <p aria-hidden="true">{texts.helped}</p>
          {button(true, texts.yes)}
          {button(false, texts.no)}
        </fieldset>
        <p role="status">{this.words(vote)}</p>
        {vote === false && <AskPerson {...this.props} about={article.title} />}
      </div>
    );
  }

  words(vote: boolean | undefined): string {
    const { texts } = this.props;
    if (this.state.hasFailed) return texts.notSaved;
    if (vote === undefined) return '';
    return vote ? texts.thanks : texts.sorry;
  }
}
