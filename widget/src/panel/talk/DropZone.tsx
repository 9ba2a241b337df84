import type { ComponentChildren } from 'preact';
import type { PartScene } from '../parts.ts';

type DropZoneProps = PartScene<'talk'> & { conversationKey: string; children: ComponentChildren };

/** Files may be dropped anywhere on a conversation; the page around it sees nothing of that. */
export function DropZone({ children, conversationKey, ...scene }: DropZoneProps) {
  const { parts, actions } = scene;
  const { files } = parts;
  const take = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    actions.want('files');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: there is a button that does the same.
    <div
      class="talk"
      onDragOver={take}
      onDrop={(event) => {
        take(event);
        const dropped = [...(event.dataTransfer?.files ?? [])];
        if (dropped.length > 0) actions.attach(conversationKey, dropped);
      }}
    >
      {children}
      {files && <files.DropHint {...scene} texts={files.texts} />}
    </div>
  );
}
