import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import { addressLength } from '@ventanilla/shared/limits';
import { Component, createRef } from 'preact';
import type { PartScene } from '../parts.ts';

interface AddressProps {
  conversation: VisitorConversation;
}

interface AddressState {
  isChanging: boolean;
  isSaving: boolean;
  failure: '' | 'notSaved' | 'notSavedOffline';
}

/** CV3: where it goes on without its visitor; asked for only where mail can be sent. */
export class Address extends Component<PartScene<'ticket'> & AddressProps, AddressState> {
  override state: AddressState = { isChanging: false, isSaving: false, failure: '' };
  readonly field = createRef<HTMLInputElement>();

  override componentDidUpdate(_props: unknown, before: AddressState) {
    if (this.state.isChanging && !before.isChanging) this.field.current?.focus();
  }

  async save(address: string): Promise<void> {
    if (this.state.isSaving) return;
    const { conversation, actions, model } = this.props;
    this.setState({ isSaving: true, failure: '' });
    const isDone = await actions.wish('address:give', { conversationId: conversation.id, address });
    const failure = model.link === 'online' ? 'notSaved' : 'notSavedOffline';
    this.setState(isDone ? { isSaving: false, isChanging: false } : { isSaving: false, failure });
  }

  render() {
    const { conversation } = this.props;
    const texts = this.props.texts.address;
    const { address, ticket } = conversation;
    const { isChanging, isSaving, failure } = this.state;
    if (address === null) return null;
    const isKnown = address !== '' && !isChanging;
    return (
      <div class="address">
        <div role="status">{isKnown && <p>{fill(ticket ? texts.saved : texts.savedBefore, { address })}</p>}</div>
        {isKnown ? (
          <button type="button" onClick={() => this.setState({ isChanging: true })}>
            {texts.change}
          </button>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void this.save(this.field.current?.value.trim() ?? '');
            }}
          >
            <label>
              {ticket ? texts.ask : texts.askBefore}
              <input
                ref={this.field}
                class="field"
                type="email"
                name="email"
                autocomplete="email"
                required
                maxLength={addressLength}
                defaultValue={address}
                aria-invalid={failure === 'notSaved'}
              />
            </label>
            <button type="submit" class="button" aria-disabled={isSaving}>
              {isSaving ? texts.saving : texts.save}
            </button>
            {failure === '' ? (
              <p>{ticket ? texts.hint : texts.hintBefore}</p>
            ) : (
              <p class="failure" role="alert">
                {texts[failure]}
              </p>
            )}
          </form>
        )}
      </div>
    );
  }
}
