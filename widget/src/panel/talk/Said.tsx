import type { FileRef } from '@ventanilla/shared/entities/file';
import type { PartScene } from '../parts.ts';

type SaidProps = PartScene<'talk'> & {
  /** Who says it, for those who do not see on which side it stands. */
  author: string;
  body: string;
  files: FileRef[];
  /** The server gives out files once they are sent. */
  isSent: boolean;
};

/** Words, files, or both. */
export function Said({ author, body, files, isSent, ...scene }: SaidProps) {
  const { parts } = scene;
  return (
    <div class="said">
      <p class={body === '' ? 'sr' : 'bubble'}>
        <span class="sr">{author}: </span>
        {parts.comfort?.words(body) ?? body}
      </p>
      {files.length > 0 && parts.files && (
        <parts.files.Files {...scene} texts={parts.files.texts} files={files} isSent={isSent} />
      )}
    </div>
  );
}
