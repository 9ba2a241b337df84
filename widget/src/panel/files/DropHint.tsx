import { fill } from '@ventanilla/shared/i18n/fill';
import { fileBytes, filesPerMessage } from '@ventanilla/shared/limits';
import { Component, createRef } from 'preact';
import type { PartScene } from '../parts.ts';
import { sizeWords } from './sizes.ts';

/** Over the conversation that it is in, while files are dragged across it. */
export class DropHint extends Component<PartScene<'files'>, { isOver: boolean }> {
  override state = { isOver: false };
  readonly box = createRef<HTMLDivElement>();

  override componentDidMount() {
    const zone = this.box.current?.parentElement;
    zone?.addEventListener('dragover', ({ dataTransfer }) => {
      if (dataTransfer?.types.includes('Files')) this.setState({ isOver: true });
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
