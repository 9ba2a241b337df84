import { Component, createRef } from 'preact';
import { Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import type { Talk } from '../talk/timeline.ts';
import { FollowWords } from './FollowWords.tsx';
import { SoundSwitch } from './SoundSwitch.tsx';

type MenuProps = PartScene<'comfort'> & { talk: Talk };

interface MenuState {
  isOpen: boolean;
  /** Counts the copies that were asked for: each is made anew. */
  copies: number;
  hasFailed: boolean;
}

const dotsIcon = 'M5 12h.01M12 12h.01M19 12h.01';

/** What is seldom done with a conversation, behind one button. */
export class Menu extends Component<MenuProps, MenuState> {
  override state = { isOpen: false, copies: 0, hasFailed: false };
  readonly box = createRef<HTMLDivElement>();
  readonly opener = createRef<HTMLButtonElement>();

  /** Whoever closes it goes on where they opened it. */
  close(): void {
    this.setState({ isOpen: false });
    this.opener.current?.focus();
  }

  async end(): Promise<void> {
    const { talk, actions } = this.props;
    if (!talk.conversation) return;
    const { id: conversationId } = talk.conversation;
    const last = talk.thread.entries.findLast(({ kind }) => kind === 'message');
    // CV1: after an answer it is solved; what nobody has answered is withdrawn.
    const isDone =
      last?.authorKind === 'agent'
        ? await actions.wish('conversation:confirm', { conversationId, isSolved: true })
        : await actions.wish('conversation:withdraw', { conversationId });
    this.setState({ hasFailed: !isDone });
    if (isDone) this.close();
  }

  render() {
    const { talk, ...scene } = this.props;
    const { texts, parts, model, actions } = scene;
    const { isOpen, copies, hasFailed } = this.state;
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: it hears keys of the buttons inside it.
      <div
        ref={this.box}
        class="menu"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          // The window stays: only what lies over it goes.
          event.preventDefault();
          event.stopPropagation();
          this.close();
        }}
        onFocusOut={({ relatedTarget }) => {
          if (isOpen && !this.box.current?.contains(relatedTarget as Node | null)) this.setState({ isOpen: false });
        }}
      >
        <button
          ref={this.opener}
          type="button"
          class="tool"
          aria-label={texts.menu}
          aria-expanded={isOpen}
          onClick={() => {
            // Safari gives a pressed button no focus.
            this.opener.current?.focus();
            this.setState({ isOpen: !isOpen, hasFailed: false });
          }}
        >
          <Icon path={dotsIcon} />
        </button>
        <FollowWords {...this.props} />
        {(isOpen || copies > 0) && (
          <ul hidden={!isOpen}>
            <li>
              <button
                type="button"
                onClick={() => {
                  actions.want('copy');
                  actions.want('files');
                  this.setState({ copies: copies + 1 });
                }}
              >
                {texts.keepCopy}
              </button>
            </li>
            {model.isDurable && (
              <li>
                <SoundSwitch {...scene} />
              </li>
            )}
            {talk.conversation?.state !== 'ended' && (
              <li>
                <button type="button" onClick={() => void this.end()}>
                  {texts.end}
                </button>
              </li>
            )}
            {hasFailed && (
              <li class="failure" role="alert">
                {texts.notDone}
              </li>
            )}
            {copies > 0 && parts.copy && parts.files && (
              <li>
                <parts.copy.Copy
                  key={copies}
                  {...scene}
                  texts={parts.copy.texts}
                  talk={talk}
                  save={parts.files.saveFile}
                />
              </li>
            )}
          </ul>
        )}
      </div>
    );
  }
}
