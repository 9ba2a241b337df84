import type { ComponentChildren } from 'preact';
import type { PartScene } from '../parts.ts';

type DropZoneProps = PartScene<'talk'> & { conversationKey: string; children: ComponentChildren };

/** Files may be dropped anywhere on a conversation; the part that shows files takes them. */
export function DropZone({ children, conversationKey, ...scene }: DropZoneProps) {
  const { parts, actions } = scene;
  const { files } = parts;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: there is a button that does the same.
    <div class="talk" onDragOver={() => actions.want('files')}>
      {children}
      {files && <files.DropHint {...scene} texts={files.texts} conversationKey={conversationKey} />}
    </div>
  );
}
