import type { TicketPageTexts } from '@ventanilla/shared/i18n/ticket-page/es';
import { addressLength } from '@ventanilla/shared/limits';
import { Component, createRef } from 'preact';
import { ask } from './link-door.ts';

type Said = '' | 'requesting' | 'requested' | 'notRequested';

interface RequestFormProps {
  texts: TicketPageTexts;
  /** A link was opened, and it no longer works. */
  hasExpired: boolean;
  canMail: boolean;
}

/** TK3: number and address send a link to that address; what is said of it is the same whether or not they match. */
export class RequestForm extends Component<RequestFormProps, { said: Said }> {
  override state: { said: Said } = { said: '' };
  readonly number = createRef<HTMLInputElement>();
  readonly address = createRef<HTMLInputElement>();

  async request(): Promise<void> {
    if (this.state.said === 'requesting') return;
    this.setState({ said: 'requesting' });
    const [number, address] = [this.number, this.address].map(({ current }) => current?.value.trim() ?? '');
    const answer = await ask('ticketLink:request', { number: number ?? '', address: address ?? '' }).catch(
      () => undefined,
    );
    this.setState({ said: answer?.ok ? 'requested' : 'notRequested' });
  }

  render() {
    const { texts, hasExpired, canMail } = this.props;
    const { said } = this.state;
    return (
      <section class="request">
        <h1>{hasExpired ? texts.expired : texts.welcome}</h1>
        {!canMail && <p>{texts.noMail}</p>}
        {canMail && <p>{hasExpired ? texts.expiredHint : texts.welcomeHint}</p>}
        {canMail && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void this.request();
            }}
          >
            <label>
              {texts.number}
              <small>{texts.numberHint}</small>
              <input ref={this.number} class="field" name="number" autocomplete="off" required maxLength={40} />
            </label>
            <label>
              {texts.address}
              <input
                ref={this.address}
                class="field"
                type="email"
                name="email"
                autocomplete="email"
                required
                maxLength={addressLength}
              />
            </label>
            <button type="submit" class="button" aria-disabled={said === 'requesting'}>
              {said === 'requesting' ? texts.requesting : texts.request}
            </button>
            <p role="status">{said === 'requested' || said === 'notRequested' ? texts[said] : ''}</p>
          </form>
        )}
      </section>
    );
  }
}
