import { Component, type ComponentChildren } from 'preact';
import type { PartScene } from '../parts.ts';

type DropZoneProps = PartScene<'talk'> & { conversationKey: string; children: ComponentChildren };

/** Files may be dropped anywhere on a conversation; the page around it sees nothing of that. */
export class DropZone extends Component<DropZoneProps, { isOver: boolean }> {
  override state = { isOver: false };

  take(event: DragEvent, isOver: boolean): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.setState({ isOver });
    this.props.actions.want('files');
  }

  render() {
    const { children, conversationKey, ...scene } = this.props;
    const { files } = scene.parts;
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: there is a button that does the same.
      <div
        class="talk"
        onDragOver={(event) => this.take(event, true)}
        onDragLeave={(event) => this.take(event, false)}
        onDrop={(event) => {
          this.take(event, false);
          const dropped = [...(event.dataTransfer?.files ?? [])];
          if (dropped.length > 0) scene.actions.attach(conversationKey, dropped);
        }}
      >
        {children}
        {this.state.isOver && files && <files.DropHint {...scene} texts={files.texts} />}
      </div>
    );
  }
}
