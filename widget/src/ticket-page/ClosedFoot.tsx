import { fill } from '@ventanilla/shared/i18n/fill';
import { Component } from 'preact';
import type { PartScene } from '../panel/parts.ts';
import { Composer } from '../panel/talk/Composer.tsx';
import type { PageTexts } from './texts.ts';

interface ClosedFootProps {
  scene: PartScene<'talk'>;
  texts: PageTexts;
  conversationKey: string;
  /** The number of what was written since; '' before that. */
  followUp: string;
}

/** TK4: a link opens one ticket; what is written after its end is another one, whose link goes to the same address. */
export class ClosedFoot extends Component<ClosedFootProps, { isWriting: boolean }> {
  override state = { isWriting: false };

  render() {
    const { scene, texts, conversationKey, followUp } = this.props;
    return (
      <>
        <div class="foot">
          <p class="hint" role="status">
            {followUp === '' ? texts.seldom.closed : fill(texts.page.followedUp, { number: followUp })}
          </p>
          {!this.state.isWriting && (
            <button type="button" class="button" onClick={() => this.setState({ isWriting: true })}>
              {texts.seldom.writeAgain}
            </button>
          )}
        </div>
        {this.state.isWriting && <Composer conversationKey={conversationKey} hint={texts.talk.writeHere} {...scene} />}
      </>
    );
  }
}
