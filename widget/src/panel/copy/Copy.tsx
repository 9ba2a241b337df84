import { fill } from '@ventanilla/shared/i18n/fill';
import { Component } from 'preact';
import type { PartScene } from '../parts.ts';
import type { Talk } from '../talk/timeline.ts';
import { transcript } from './transcript.ts';

export const styles = '';

type CopyProps = PartScene<'copy'> & {
  talk: Talk;
  /** Hands a file to the browser. */
  save(content: Blob, name: string): void;
};

/** Hands its reader the whole conversation as a file, first what was not here yet; says how it went. */
export class Copy extends Component<CopyProps, { said: 'preparing' | 'kept' | 'notKept' }> {
  override state = { said: 'preparing' as const };

  override async componentDidMount() {
    const isWhole = await this.complete();
    if (isWhole) this.keep();
    this.setState({ said: isWhole ? 'kept' : 'notKept' });
  }

  /** Resolves to whether everything from the first word on is here. */
  async complete(): Promise<boolean> {
    const { talk, actions } = this.props;
    const beforeSeq = firstSeqOf(talk);
    if (!talk.conversation || beforeSeq === 0) return false;
    if (beforeSeq === 1) return true;
    const input = { conversationId: talk.conversation.id, afterSeq: 0, beforeSeq };
    const hasCome = await actions.wish('conversation:sync', input);
    return hasCome && firstSeqOf(this.props.talk) < beforeSeq && this.complete();
  }

  keep(): void {
    const { talk, siteName, texts, parts, save } = this.props;
    const { sentenceOf } = parts.talk ?? {};
    if (!sentenceOf) return;
    const name = fill(texts.fileName, { name: talk.conversation?.ticket?.number ?? siteName });
    save(new Blob([transcript(talk, { ...this.props, sentenceOf })]), `${name}.txt`);
  }

  render() {
    const { texts } = this.props;
    return <p role="status">{texts[this.state.said]}</p>;
  }
}

/** 0 while nothing is here. */
function firstSeqOf({ thread }: Talk): number {
  return thread.entries[0]?.seq ?? 0;
}
