import { messageLength } from '@ventanilla/shared/limits';
import { Component, createRef } from 'preact';
import { Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import { sendIcon } from './icons.ts';

type ComposerProps = PartScene<'talk'> & { conversationKey: string; hint: string };

/** Enter sends, Shift+Enter breaks the line; it grows with what is written. */
export class Composer extends Component<ComposerProps> {
  readonly field = createRef<HTMLTextAreaElement>();

  override componentDidMount() {
    this.fit();
  }

  override componentDidUpdate() {
    this.fit();
  }

  fit() {
    const field = this.field.current;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  render() {
    const { texts, draft, actions, conversationKey: key, hint } = this.props;
    const text = draft(key);
    return (
      <form
        class="composer"
        onSubmit={(event) => {
          event.preventDefault();
          actions.send(key);
          this.field.current?.focus();
        }}
      >
        <textarea
          ref={this.field}
          class="first"
          rows={1}
          aria-label={texts.yourMessage}
          placeholder={hint}
          enterkeyhint="send"
          maxLength={messageLength}
          value={text}
          onInput={(event) => actions.setDraft(key, event.currentTarget.value)}
          onKeyDown={(event) => {
            // While a letter is being composed, Enter chooses it.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            actions.send(key);
          }}
        />
        <button type="submit" class={text.trim() === '' ? 'tool idle' : 'tool go'} aria-label={texts.send}>
          <Icon path={sendIcon} />
        </button>
      </form>
    );
  }
}
