import { fill } from '@ventanilla/shared/i18n/fill';
import { fileBytes, filesPerMessage } from '@ventanilla/shared/limits';
import { Component, createRef } from 'preact';
import type { PartScene } from '../parts.ts';
import { sizeWords } from './sizes.ts';

type DropHintProps = PartScene<'files'> & { conversationKey: string };

/** Takes the files that are dropped on the conversation it is in; over it while they are dragged across. */
export class DropHint extends Component<DropHintProps, { isOver: boolean }> {
  override state = { isOver: false };
  readonly box = createRef<HTMLDivElement>();

  override componentDidMount() {
    const zone = this.box.current?.parentElement;
    zone?.addEventListener('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Taken, before somebody further up refuses them.
      event.preventDefault();
      event.stopPropagation();
      this.setState({ isOver: true });
    });
    zone?.addEventListener('drop', (event) => {
      const dropped = [...(event.dataTransfer?.files ?? [])];
      if (dropped.length === 0) return;
      event.preventDefault();
      this.props.actions.attach(this.props.conversationKey, dropped);
    });
    for (const event of ['dragleave', 'drop']) zone?.addEventListener(event, () => this.setState({ isOver: false }));
  }

  render() {
    const { texts, times } = this.props;
    return (
      <div ref={this.box} class="drop" hidden={!this.state.isOver}>
        <p>
          <strong>{texts.drop}</strong>
          {fill(texts.dropHint, { count: filesPerMessage, size: sizeWords(fileBytes, times.language) })}
        </p>
      </div>
    );
  }
}
