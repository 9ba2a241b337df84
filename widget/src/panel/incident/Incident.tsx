import { fill } from '@ventanilla/shared/i18n/fill';
import { incidentWords } from '@ventanilla/shared/incident';
import { locales } from '@ventanilla/shared/vocabulary';
import { Component } from 'preact';
import { alertIcon, closeIcon, Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import css from './incident.css?inline';

export const styles: string = css;

/** Which notice whoever reads this page has put away: a newer one is shown again. */
let hiddenAt = 0;

/** What is wrong just now, for everybody, in the words of the site's people: their first line is its title. */
export class Incident extends Component<PartScene<'incident'>, { isListening: boolean }> {
  override state = { isListening: false };

  /** Only what changes in a region that is there already is announced. */
  override componentDidMount() {
    this.setState({ isListening: true });
  }

  render() {
    return <div role="status">{this.state.isListening && this.notice()}</div>;
  }

  notice() {
    const { texts, times, now, availability } = this.props;
    const incident = availability?.incident;
    if (!incident || incident.changedAt <= hiddenAt) return null;
    const locale = locales.find((one) => times.language.startsWith(one)) ?? 'es';
    const [title, ...more] = incidentWords(incident.texts, locale).split('\n');
    const body = more.join('\n').trim();
    return (
      <div class="banner incident">
        <Icon path={alertIcon} />
        <div>
          <p>
            <span class="sr">{texts.title}: </span>
            {body === '' ? title : <strong>{title}</strong>}
          </p>
          {body !== '' && <p class="words">{body}</p>}
          <p class="since">{fill(texts.updated, { when: times.when(incident.changedAt, now) })}</p>
        </div>
        <button
          type="button"
          class="tool"
          aria-label={texts.hide}
          onClick={() => {
            hiddenAt = incident.changedAt;
            this.setState({});
          }}
        >
          <Icon path={closeIcon} />
        </button>
      </div>
    );
  }
}
