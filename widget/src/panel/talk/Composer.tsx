import { messageLength } from '@ventanilla/shared/limits';
import { Component, createRef } from 'preact';
import { Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import { clipIcon, sendIcon } from './icons.ts';

type ComposerProps = PartScene<'talk'> & { conversationKey: string; hint: string };

/** Enter sends, Shift+Enter breaks the line; it grows with what is written. */
export class Composer extends Component<ComposerProps> {
  readonly field = createRef<HTMLTextAreaElement>();
  readonly chooser = createRef<HTMLInputElement>();

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
    const { texts, draft, picked, parts, actions, conversationKey: key, hint } = this.props;
    const text = draft(key);
    const files = picked(key);
    const isEmpty = text.trim() === '' && !parts.files?.canSend(files);
    return (
      <form
        class="composer"
        onSubmit={(event) => {
          event.preventDefault();
          actions.send(key);
          this.field.current?.focus();
        }}
      >
        <div aria-live="polite">
          {files.length > 0 && parts.files && (
            <parts.files.PickedFiles
              {...this.props}
              texts={parts.files.texts}
              list={files}
              onRemove={(one) => actions.detach(key, one)}
            />
          )}
        </div>
        <div class="writing-line">
          <input
            ref={this.chooser}
            type="file"
            multiple
            hidden
            onChange={({ currentTarget: chooser }) => {
              actions.attach(key, [...(chooser.files ?? [])]);
              chooser.value = '';
            }}
          />
          <button type="button" class="tool" aria-label={texts.attach} onClick={() => this.chooser.current?.click()}>
            <Icon path={clipIcon} />
          </button>
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
            onPaste={(event) => {
              const pasted = [...(event.clipboardData?.files ?? [])];
              if (pasted.length === 0) return;
              event.preventDefault();
              actions.attach(key, pasted);
            }}
            onKeyDown={(event) => {
              // While a letter is being composed, Enter chooses it; Safari says so with 229, when it has stopped composing.
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
              event.preventDefault();
              actions.send(key);
            }}
          />
          <button type="submit" class={isEmpty ? 'tool idle' : 'tool go'} aria-label={texts.send}>
            <Icon path={sendIcon} />
          </button>
        </div>
      </form>
    );
  }
}
